import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Pair } from '../assignment/instance.ts'
import type { Pinned } from '../cohort.ts'
import { violations } from '../hard-rules.ts'
import type { ReferenceWeek } from '../score/reference-week.ts'
import type { ServiceRows } from './service-rows.ts'

/**
 * The reserved pairs of each service as rows and columns. A decision by a person does not lift a hard rule (M4).
 * @throws DomainError `InvalidInput` naming each pair (`reserved.0` …) that is unknown, breaks a hard rule, is forbidden too,
 * asks for a second provider of the same service, or for more places than are free
 */
export const reservedPairs = (
  services: readonly ServiceRows[],
  { reserved }: Pinned,
  week: ReferenceWeek,
): Pair[][] => {
  const problems: FieldProblem[] = []
  const found: Pair[][] = services.map(() => [])
  for (const [index, [participantId, providerId]] of reserved.entries()) {
    const problem = place(services, found, [participantId, providerId], week)
    if (problem) problems.push({ field: `reserved.${index}`, problem })
  }
  if (problems.length === 0) return found
  const text = problems.map(({ field, problem }) => `${field}: ${problem}`).join(' ')
  throw new DomainError('InvalidInput', `Some reserved pairs cannot be kept. ${text}`, { problems })
}

/** Adds a pair to those found, or says why it cannot be kept. */
const place = (
  services: readonly ServiceRows[],
  found: Pair[][],
  [participantId, providerId]: Pinned['reserved'][number],
  week: ReferenceWeek,
): string | undefined => {
  const places = services.map(({ learners, providers }) => [
    learners.findIndex(({ personId }) => personId === participantId),
    providers.findIndex(({ personId }) => personId === providerId),
  ])
  const at = places.findIndex(([row, column]) => row! >= 0 && column! >= 0)
  if (at < 0) return `${providerId} gives no service that ${participantId} is to get in this plan. Remove the pair.`
  const [row, column] = places[at] as [number, number]
  const { learners, providers, isForbidden, service } = services[at]!
  const broken = violations(learners[row]!, providers[column]!, week)
  if (broken.length > 0) return broken.map(({ words }) => words).join(' ')
  if (isForbidden(row, column)) return 'The same pair is forbidden. Keep one of the two decisions.'
  if (found[at]!.some(([other]) => other === row)) return `${participantId} has another reserved ${service}.`
  const { free } = providers[column]!
  if (found[at]!.filter(([, other]) => other === column).length >= free) {
    return `More pairs are reserved with ${providerId} than places are free (${free}).`
  }
  found[at]!.push([row, column])
  return undefined
}

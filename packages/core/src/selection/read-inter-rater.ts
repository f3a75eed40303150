import type { Scope, Store } from '../ports.ts'
import { allOf } from '../program/load.ts'
import { type Agreement, agreementOf } from './inter-rater.ts'
import { scoresIn } from './panel-scores.ts'
import { findStep } from './paths/paths.ts'
import { rubricNames } from './rubrics/rubrics.ts'

/** How alike panels marked by one rubric (Q6). Without `agreement` there is no data: fewer than two panels are closed. */
export type RubricAgreement = { rubric: string; panels: number; agreement: Agreement | undefined }

const leastPanels = 2

/**
 * The agreement within closed panels of a program, rubric by rubric, for the quarterly calibration of coaches and mentors (Q6).
 * Candidates and members are not named.
 * @param between only panels that closed from the first instant on and before the second
 */
export const readInterRater = async (
  store: Store,
  scope: Scope,
  { from = '', to }: { from?: string; to?: string } = {},
): Promise<RubricAgreement[]> => {
  const [candidacies, answers] = await Promise.all([
    allOf(store, 'candidacy', scope),
    allOf(store, 'selectionAnswer', scope),
  ])
  const answersOf = Map.groupBy(answers, ({ candidacyId }) => candidacyId)
  const panels = candidacies.flatMap(({ id, path, rounds }) =>
    rounds
      .filter(({ decidedAt = '' }) => decidedAt !== '' && decidedAt >= from && (to === undefined || decidedAt < to))
      .flatMap((round) => {
        // Scores carried over from a round on hold count where they were given.
        const given = (answersOf.get(id) ?? []).filter(({ at }) => at >= round.openedAt)
        const scores = scoresIn(given, round)
        const { rubric } = findStep(path, round.step)
        return rubric !== undefined && scores.length >= 2 ? [{ rubric, scores }] : []
      }),
  )
  return rubricNames.map((rubric) => {
    const own = panels.filter((panel) => panel.rubric === rubric)
    const units = own.flatMap(({ scores }) => {
      const dimensions = Object.keys(scores[0]!.marks)
      return dimensions.map((dimension) => scores.map(({ marks }) => marks[dimension]!))
    })
    const enough = own.length >= leastPanels
    return { rubric, panels: own.length, agreement: enough ? agreementOf(units) : undefined }
  })
}

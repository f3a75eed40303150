import { DomainError, type FieldProblem } from '../errors.ts'
import type { Change } from '../ports.ts'
import type { Work } from './actor.ts'
import { isZone, localDate } from './calendar.ts'
import { checkEdited } from './check-edited.ts'
import { checkEdit } from './edit-template.ts'
import { findTemplate } from './find-template.ts'
import { templateKey, withThresholds } from './load.ts'
import { findByEmail, register } from './people.ts'
import type { Program } from './program.ts'
import { organisation } from './record.ts'
import type { ProgramTemplate } from './template.ts'

export type NewProgram = {
  name: string
  templateId: string
  templateVersion?: number
  startDate: string
  zone: string
  thresholds?: Record<string, number>
  minimumCohort?: number
}

/**
 * Creates a draft program from a template version, which it keeps for good, and makes its creator the program owner.
 * @throws DomainError `InvalidInput` (unknown zone, past start, thresholds that make a gate impossible), `NotFound` (template)
 */
export const createProgram = async (
  { store, ids, now }: Work,
  creator: { tenantId: string; email: string; name: string },
  input: NewProgram,
): Promise<Program> => {
  const { tenantId } = creator
  const programId = ids.next()
  // A request sent again brings the same ids (F13): what it made then is the answer now.
  const made = await store.get('program', { tenantId, scope: organisation }, programId)
  if (made) return made
  const found = await findTemplate(store, tenantId, input.templateId, input.templateVersion)
  const settings = {
    thresholds: input.thresholds ?? {},
    minimumCohort: input.minimumCohort ?? found.template.minimumCohort,
  }
  refuse([...datesProblems(input, now), ...settingsProblems(found.template, settings)])

  // What the organisation knows about a person stays; a program elsewhere moves nobody to its time zone.
  const known = await findByEmail(store, tenantId, creator.email)
  const owner = known
    ? { person: known, changes: [] }
    : await register(store, ids, tenantId, { email: creator.email, name: creator.name, zone: input.zone })
  const program: Program = {
    tenantId,
    scope: organisation,
    id: programId,
    version: 1,
    name: input.name,
    templateId: input.templateId,
    templateVersion: found.templateVersion,
    startDate: input.startDate,
    zone: input.zone,
    ...settings,
    status: 'draft',
    slippedWeeks: 0,
    history: [],
  }
  const changes: Change[] = [
    { kind: 'program', record: program, expect: 0 },
    {
      kind: 'member',
      record: {
        tenantId,
        scope: programId,
        id: owner.person.id,
        version: 0,
        roles: ['program owner'],
        learnerKind: 'person',
        places: 0,
        status: 'active',
        joinedAt: now,
      },
      expect: 0,
    },
    ...owner.changes,
  ]
  const id = templateKey(found.template.templateId, found.templateVersion)
  if (!(await store.get('template', { tenantId, scope: organisation }, id))) {
    changes.push({ kind: 'template', record: { ...found, tenantId, scope: organisation, id, version: 0 }, expect: 0 })
  }
  await store.commit(changes)
  return program
}

const refuse = (problems: FieldProblem[]) => {
  if (problems.length > 0)
    throw new DomainError('InvalidInput', 'The program cannot be set up like this.', { problems })
}

/** The dates of a program that has not started: a known zone, and a first day that is not over there. */
export const datesProblems = (
  { startDate, zone }: { startDate: string; zone: string },
  now: string,
): FieldProblem[] => {
  if (!isZone(zone)) {
    return [{ field: 'zone', problem: `"${zone}" is not an IANA time zone. Use one such as "Europe/Berlin".` }]
  }
  const today = localDate(now, zone)
  if (startDate >= today) return []
  return [
    { field: 'startDate', problem: `${startDate} is past (today is ${today} in ${zone}). Choose today or later.` },
  ]
}

/** Thresholds must belong to a condition of the template and leave every gate possible. */
export const settingsProblems = (
  template: ProgramTemplate,
  settings: { thresholds: Record<string, number>; minimumCohort: number },
): FieldProblem[] => {
  const { thresholds, minimumCohort } = settings
  const unknown = checkEdit(template, { thresholds })
  if (unknown.length > 0) return unknown
  const cohort = Object.entries(thresholds).filter(
    ([key, threshold]) => key.endsWith('.cohort-size') && threshold !== minimumCohort,
  )
  const contradicting = cohort.map(([key, threshold]) => ({
    field: `thresholds.${key}`,
    problem: `${threshold} differs from the minimum cohort of ${minimumCohort}. Set "minimumCohort" instead.`,
  }))
  return [...contradicting, ...checkEdited(withThresholds(template, settings), settings)]
}

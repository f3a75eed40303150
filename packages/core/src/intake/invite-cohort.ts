import type { Change } from '../ports.ts'
import { type Actor, platform, type Work } from '../program/actor.ts'
import { holders, loadMembers, loadProgram, loadTemplate } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import { needsIntake } from './intake-completion.ts'
import { intakeFormVersion } from './intake-form.ts'
import type { IntakeRecord } from './intake-record.ts'
import { demandUnderWay, loadIntakes } from './open-intake.ts'

/** People invited in one transaction, with its event. */
const batch = 90

export const newIntake = (scope: { tenantId: string; scope: string }, personId: string, now: string): IntakeRecord => ({
  ...scope,
  id: personId,
  version: 0,
  formVersion: intakeFormVersion,
  status: 'invited',
  answers: {},
  problems: [],
  invitedAt: now,
  reminders: 0,
})

/**
 * Invites every active participant who has no intake yet (I1, I4). Repeatable: who is invited already is left alone.
 * @returns whom it invited
 * @throws DomainError `NotPossibleNow` (the program has not started, or is over), `AlreadyExists` (somebody else is inviting too)
 */
export const inviteCohort = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, personId }: Pick<Actor, 'tenantId' | 'personId'>,
  programId: string,
): Promise<string[]> => {
  const program = await loadProgram(store, tenantId, programId)
  demandUnderWay(program)
  const [intakes, members] = await Promise.all([loadIntakes(store, tenantId, programId), loadMembers(store, program)])
  return inviteMissing({ store, now }, { tenantId, personId }, programId, { intakes, members })
}

/** Invites the active participants among `members` who have none of the `intakes`, all of which the caller has just read. */
export const inviteMissing = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, personId }: Pick<Actor, 'tenantId' | 'personId'>,
  programId: string,
  { intakes, members }: { intakes: IntakeRecord[]; members: Member[] },
): Promise<string[]> => {
  const known = new Set(intakes.map(({ id }) => id))
  const missing = holders(members, 'participant').filter(({ id }) => !known.has(id))
  const personIds = missing.map(({ id }) => id)
  for (let start = 0; start < personIds.length; start += batch) {
    const some = personIds.slice(start, start + batch)
    const changes = some.map((id): Change => {
      return { kind: 'intake', record: newIntake({ tenantId, scope: programId }, id, now), expect: 0 }
    })
    await store.commit(changes, [
      { type: 'intake.invited', tenantId, programId, at: now, by: personId, personIds: some },
    ])
  }
  return personIds
}

/** Invites by itself when the week opens whose gate looks at the intake. A program that is over by then invites nobody. */
export const inviteForGate = async (
  work: Pick<Work, 'store' | 'now'>,
  { tenantId, programId, gate }: { tenantId: string; programId: string; gate: string },
): Promise<void> => {
  const program = await loadProgram(work.store, tenantId, programId)
  if (program.status === 'stopped' || program.status === 'completed') return
  const { gates } = await loadTemplate(work.store, program)
  if (gates.some((each) => each.gate === gate && needsIntake(each))) {
    await inviteCohort(work, { tenantId, personId: platform }, programId)
  }
}

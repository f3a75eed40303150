import type { Event } from '../events.ts'
import type { Store, Workflows } from '../ports.ts'
import { allOf } from '../program/load.ts'
import type { CandidacyRecord, StepRound } from './candidacy.ts'
import { withdrawByItself } from './close-candidacy.ts'
import { type CandidacyRef, scopeOf } from './load-candidacy.ts'
import type { PathName } from './selection-path.ts'
import { answerOf } from './step-rounds.ts'

/** Starts the machine of a path for a candidacy; the same candidacy again gives the same execution. */
export type StartSelection = (candidacy: CandidacyRef & { path: PathName }) => Promise<unknown>

/**
 * What selection does about an event: starts a machine, answers the ones that wait, ends candidacies of who has left. Repeatable;
 * `now` of whatever is written is the time of the event.
 */
export const followSelection = async (
  store: Store,
  workflows: Workflows,
  event: Event,
  startSelection: StartSelection,
): Promise<void> => {
  const { tenantId, programId } = event
  switch (event.type) {
    case 'candidacy.opened': {
      const { candidacyId } = event
      const candidacy = await find(store, { tenantId, programId, candidacyId })
      if (candidacy?.status === 'open') await startSelection({ tenantId, programId, candidacyId, path: candidacy.path })
      return
    }
    case 'selection.decided': {
      const round = await findRound(store, event)
      const answer = round && answerOf(round, event.at)
      if (round?.taskToken && answer) await workflows.answer(round.taskToken, answer)
      return
    }
    case 'selection.resumed': {
      const round = await findRound(store, event)
      if (round?.holdToken) await workflows.answer(round.holdToken, { outcome: 'again' })
      return
    }
    case 'candidacy.closed': {
      if (event.status === 'appointed') return
      const candidacy = await find(store, { tenantId, programId, candidacyId: event.candidacyId })
      const tokens = candidacy?.rounds.flatMap(({ taskToken, holdToken }) => [taskToken ?? [], holdToken ?? []].flat())
      for (const token of tokens ?? []) await workflows.answer(token, { outcome: 'over' })
      return
    }
    case 'member.withdrawn':
      return withdrawOpen(store, event, 'The candidate has left the program.', event.personId)
    case 'member.left': {
      const member = await store.get('member', scopeOf(event), event.personId)
      if (member?.status !== 'left') return
      return withdrawOpen(store, event, 'The candidate has left the organisation.', event.personId)
    }
    case 'program.stopped':
    case 'program.completed':
      return withdrawOpen(store, event, 'The program is over.')
    default:
      return
  }
}

const find = (store: Store, ref: CandidacyRef): Promise<CandidacyRecord | undefined> =>
  store.get('candidacy', scopeOf(ref), ref.candidacyId)

const findRound = async (
  store: Store,
  { step, round, ...ref }: CandidacyRef & { step: string; round: number },
): Promise<StepRound | undefined> =>
  (await find(store, ref))?.rounds.find((each) => each.step === step && each.round === round)

/** Ends the open candidacies of a program, or of one person in it. */
const withdrawOpen = async (store: Store, event: Event, reason: string, personId?: string): Promise<void> => {
  const { tenantId, programId, at: now } = event
  const prefix = personId === undefined ? '' : `${personId}.`
  const all = await allOf(store, 'candidacy', scopeOf({ tenantId, programId }), prefix)
  for (const { id: candidacyId } of all.filter(({ status }) => status === 'open')) {
    await withdrawByItself({ store, now }, { tenantId, programId, candidacyId }, reason)
  }
}

import type { InstrumentAnswer } from '@pilotgate/core/measurement/instruments/answer-form'
import { answerInstrument } from '@pilotgate/core/measurement/instruments/answer-instrument'
import { instrumentTasks } from '@pilotgate/core/measurement/instruments/ask-instruments'
import { asksInstrument, type InstrumentTask } from '@pilotgate/core/measurement/instruments/instrument-task'
import { bankOf } from '@pilotgate/core/measurement/instruments/question-bank/question-bank'
import type { CollectedName } from '@pilotgate/core/program/collected'
import { listAll } from '@pilotgate/core/program/load'
import type { Task } from '@pilotgate/core/program/task'
import type { Gate } from '@pilotgate/core/program/template'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import type { RecordOf } from '@pilotgate/core/records'
import { engagement } from '../../contract/samples.ts'
import { world } from '../../matching/review/world.ts'

export const opened = '2027-02-01T08:00:00.000Z'
const due = '2027-02-05T15:00:00.000Z'

/** The gate of the pilot, collecting what is said. */
export const gateOf = (id: string, ...collects: CollectedName[]): Gate => ({
  ...leadershipPilot24w.gates.find(({ gate }) => gate === id)!,
  collects,
})

/** A program with Mia, who manages Paul, Pia, Pat and Per; Carl coaches Paul. Ids are names. */
export const instrumentWorld = async () => {
  const base = await world()
  const { store, scope, write, person, participant, at, as } = base
  await person('mia', ['manager'])
  await person('carl', ['coach'])
  for (const id of ['paul', 'pia', 'pat', 'per']) await participant(id, { managerId: 'mia' })

  const engage = (participantId: string, providerId: string, more: Partial<RecordOf<'engagement'>> = {}) => {
    const times = { publishedAt: opened, kickedOffAt: opened }
    const record = engagement(scope, participantId, providerId, { ...times, ...more })
    return write({ kind: 'engagement', record, expect: 0 })
  }
  await engage('paul', 'carl')

  /** The participant consents to share their goals with the manager. */
  const share = (personId: string) =>
    write({
      kind: 'consent',
      record: {
        ...scope,
        id: `${personId}.9`,
        version: 0,
        personId,
        group: 'goals',
        purpose: 'manager',
        granted: true,
        textVersion: 1,
        at: opened,
      },
      expect: 0,
    })

  const all = <K extends 'task' | 'response' | 'member' | 'intake' | 'engagement'>(kind: K) =>
    listAll((cursor) => store.list(kind, scope, { cursor }))

  const ask = async (gate: Gate, round = 1) => {
    const program = { tenantId: scope.tenantId, id: scope.scope }
    const tasks = await instrumentTasks(store, program, gate, round, await all('member'), opened, due)
    for (const record of tasks) await write({ kind: 'task', record, expect: 0 })
    return tasks
  }

  const answer = (task: Task, given: InstrumentAnswer | undefined, who = task.personId) =>
    answerInstrument(at(opened), as(who), scope.scope, task as InstrumentTask, given)

  /** Answers everything that is open, with the same rating and yes. */
  const answerAll = async (rating = 3, yes = true) => {
    for (const task of await all('task')) {
      if (asksInstrument(task) && task.status === 'open') await answer(task, fill(task, rating, yes))
    }
  }
  return { ...base, engage, share, all, ask, answer, answerAll }
}
export type InstrumentWorld = Awaited<ReturnType<typeof instrumentWorld>>

/** An answer to every question of a task. */
export const fill = ({ form, questions, bank }: InstrumentTask, rating = 3, yes = true): InstrumentAnswer => {
  const asked = bankOf(bank).questions.filter(({ id }) => questions.includes(id))
  const of = <T>(scale: string, value: T) =>
    Object.fromEntries(asked.filter((each) => each.scale === scale).map(({ id }) => [id, value]))
  const [ratings, said] = [of('rating', rating), of('yes-no', yes)]
  return {
    kind: form,
    ...(Object.keys(ratings).length > 0 && { ratings }),
    ...(Object.keys(said).length > 0 && { yes: said }),
  }
}

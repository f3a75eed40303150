import { engagementChanged } from '@pilotgate/core/engagement/engagement-changed'
import { actionChanged, blockerChanged, sessionChanged, sponsorActionChanged } from '@pilotgate/core/engagement/tell'
import type { NewEvent } from '@pilotgate/core/events'
import { responseRecorded } from '@pilotgate/core/measurement/instruments/answer-instrument'
import { readingRecorded } from '@pilotgate/core/measurement/readings/reading-recorded'
import type { Change, Scope } from '@pilotgate/core/ports'
import type { RecordOf } from '@pilotgate/core/records'
import fc from 'fast-check'
import { answered } from './events.ts'

/** One write of a row, with what it tells. */
export type Write = { change: Change; event: NewEvent }

const first = Date.parse('2027-03-01T00:00:00Z')
/** Five weeks around the change of the clocks in Berlin on 28 March. */
const instant = fc.integer({ min: 0, max: 35 * 24 * 12 }).map((step) => new Date(first + step * 300_000).toISOString())
const date = instant.map((iso) => iso.slice(0, 10))
const rating = fc.integer({ min: 1, max: 5 })
const of = <const T extends string>(...all: T[]) => fc.constantFrom(...all)
const people = ['ann', 'bea', 'cem']
const engagementIds = people.flatMap((person) => [`${person}.R001.coach`, `${person}.R001.mentor`])

const states = {
  engagement: fc.record({ endReason: fc.option(of('completed', 'reassigned', 'withdrawn', 'program over')) }),
  session: fc.record({
    startsAt: instant,
    status: of('scheduled', 'attended', 'no-show', 'cancelled'),
    rating: fc.option(rating, { nil: undefined }),
  }),
  actionItem: fc.record({ status: of('open', 'done', 'dropped'), doneAt: instant }),
  sponsorAction: fc.record({ status: of('committed', 'done', 'confirmed', 'missed') }),
  blocker: fc.record({ status: of('open', 'resolved'), resolvedAt: instant }),
  reading: fc.record({ on: date, part: fc.integer({ min: 0, max: 5000 }), whole: fc.integer({ min: 1, max: 9999 }) }),
}

const some = <T>(state: fc.Arbitrary<T>) => fc.array(state, { minLength: 1, maxLength: 4 })
const named = { engagementId: fc.constantFrom(...engagementIds), number: fc.integer({ min: 1, max: 30 }) }

/** What happened in a program: rows of every kind, each with its states one after another. */
export const history = fc.record({
  engagements: fc.tuple(
    ...engagementIds.map(() => fc.record({ publishedAt: instant, states: some(states.engagement) })),
  ),
  sessions: fc.array(fc.record({ ...named, states: some(states.session) }), { maxLength: 12 }),
  actions: fc.array(
    fc.record({
      ...named,
      kind: of('action', 'team commitment'),
      loggedAt: instant,
      dueOn: date,
      states: some(states.actionItem),
    }),
    { maxLength: 12 },
  ),
  sponsorActions: fc.array(fc.record({ ...named, loggedAt: instant, states: some(states.sponsorAction) }), {
    maxLength: 5,
  }),
  blockers: fc.array(fc.record({ ...named, own: fc.boolean(), raisedAt: instant, states: some(states.blocker) }), {
    maxLength: 5,
  }),
  responses: fc.array(
    fc.record({
      ...named,
      instrument: of('pulse', 'rating', 'baseline-360', 'follow-up-360', 'manager-attestation'),
      relation: of('self', 'peer'),
      ratings: fc.array(rating, { maxLength: 4 }),
      at: instant,
    }),
    { maxLength: 8 },
  ),
  readings: fc.array(fc.record({ ...named, kpi: of('K4', 'K12', 'K8'), states: some(states.reading) }), {
    maxLength: 5,
  }),
})
export type History = typeof history extends fc.Arbitrary<infer H> ? H : never

const telling = { now: '2027-04-10T08:00:00.000Z', by: 'ann' }

/** The writes of a history, row after row; events come from the functions that the platform tells with. */
export const writesOf = (scope: Scope, { engagements, ...rows }: History): Write[] => {
  const record = { ...scope, version: 0 }
  const engagement = (id: string, publishedAt: string): RecordOf<'engagement'> => ({
    ...{ ...record, id, participantId: id.split('.')[0]!, providerId: 'ben', mentorCoach: false, status: 'active' },
    service: id.endsWith('coach') ? 'coach' : 'mentor',
    cadence: { everyDays: 14, minutes: 60, sessions: 10, endsOn: '2027-07-01', reviewEveryDays: 35 },
    ...{ publishedAt, blocks: [], upcoming: [], sessionsMade: 0, reviews: [], guidance: [], reminders: 0 },
  })
  const writes: Write[] = []
  const write = <R extends { version: number }>(all: R[], change: (row: R) => Change, tell: (row: R) => NewEvent) => {
    for (const [version, row] of all.entries()) {
      const now = { ...row, version }
      writes.push({ change: change(now), event: tell(now) })
    }
  }
  const known = new Map(engagementIds.map((id, index) => [id, engagement(id, engagements[index]!.publishedAt)]))
  for (const [index, id] of engagementIds.entries()) {
    const all = engagements[index]!.states.map(({ endReason }) => ({
      ...known.get(id)!,
      ...(endReason && { endReason }),
    }))
    write(
      all,
      (row) => ({ kind: 'engagement', record: row, expect: row.version }),
      (row) => engagementChanged(row, 'opened', telling),
    )
  }
  const once = <T extends { engagementId: string; number: number }>(all: T[]): [id: string, row: T][] => [
    ...new Map(all.map((row) => [`${row.engagementId}.S${row.number}`, row])),
  ]
  for (const [id, { engagementId, states: all }] of once(rows.sessions)) {
    const fixed = { ...record, id, engagementId, minutes: 60, sequence: 0, topics: [], actionItems: 0 }
    write(
      all.map((state): RecordOf<'session'> => ({ ...fixed, ...state })),
      (row) => ({ kind: 'session', record: row, expect: row.version }),
      (row) => sessionChanged(row, known.get(engagementId)!, telling),
    )
  }
  for (const [id, { engagementId, kind, loggedAt, dueOn, states: all }] of once(rows.actions)) {
    const text = { text: 'Secret words', verification: 'Seen', ownerId: 'ann', sessionId: id }
    const fixed = { ...record, id: `${id}.A1`, engagementId, kind, loggedAt, dueOn, ...text }
    write(
      all.map(
        ({ status, doneAt }): RecordOf<'actionItem'> => ({ ...fixed, status, ...(status === 'done' && { doneAt }) }),
      ),
      (row) => ({ kind: 'actionItem', record: row, expect: row.version }),
      (row) => actionChanged(row, known.get(engagementId)!, telling),
    )
  }
  for (const [id, { engagementId, loggedAt, states: all }] of once(rows.sponsorActions)) {
    const fixed = { ...record, id, engagementId, type: 'advocacy' as const, text: 'Secret words', loggedAt }
    write(
      all.map(
        (state): RecordOf<'sponsorAction'> => ({ ...fixed, committedOn: '2027-03-01', dueOn: '2027-04-01', ...state }),
      ),
      (row) => ({ kind: 'sponsorAction', record: row, expect: row.version }),
      (row) => sponsorActionChanged(row, telling),
    )
  }
  for (const [id, { engagementId, own, raisedAt, states: all }] of once(rows.blockers)) {
    const fixed = {
      ...record,
      id: `B.${id}`,
      ...(own && { engagementId }),
      systemic: !own,
      text: 'Secret',
      raisedBy: 'ann',
    }
    write(
      all.map(
        ({ status, resolvedAt }): RecordOf<'blocker'> => ({
          ...{ ...fixed, raisedAt, status },
          ...(status === 'resolved' && { resolvedAt }),
        }),
      ),
      (row) => ({ kind: 'blocker', record: row, expect: row.version }),
      (row) => blockerChanged(row, telling),
    )
  }
  for (const [number, { engagementId, instrument, relation, ratings, at }] of rows.responses.entries()) {
    const subjectId = engagementId.split('.')[0]!
    const id = `W08.${number + 1}.${instrument}.${subjectId}.ann`
    const asked = {
      ...record,
      id,
      personId: 'ann',
      gate: 'W08',
      round: 1,
      kind: 'collect' as const,
      subjectId,
      engagementId,
    }
    const words = { title: 'Pulse', why: 'Behaviour', role: 'participant' as const }
    const task: RecordOf<'task'> = {
      ...{ ...asked, ...words, openedAt: at, dueAt: at, reminders: 0, escalated: false, status: 'done' },
    }
    const response: RecordOf<'response'> = {
      ...{
        ...record,
        id,
        instrument,
        bank: 1,
        gate: 'W08',
        round: number + 1,
        subjectId,
        respondentId: 'ann',
        relation,
      },
      ratings: answered(instrument, ratings),
      ...{ yes: {}, at },
    }
    const event = responseRecorded(response, engagementId)
    writes.push({ change: { kind: 'task', record: task, expect: 0 }, event })
    writes.push({ change: { kind: 'response', record: response, expect: 0 }, event })
  }
  for (const [id, { kpi, states: all }] of once(rows.readings)) {
    const fixed = {
      ...record,
      id: `${kpi}.${id}`,
      kpi,
      group: 'baseline' as const,
      source: 'HR',
      by: 'ann',
      at: telling.now,
    }
    write(
      all.map(({ on, part, whole }): RecordOf<'reading'> => ({ ...fixed, on, part: part / 1000, whole })),
      (row) => ({ kind: 'reading', record: row, expect: row.version }),
      readingRecorded,
    )
  }
  return writes
}

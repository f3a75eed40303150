import type { InstrumentName } from '../../program/collected.ts'
import { holders } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import { type InstrumentRows, participantsOf, runningPairs, targetsOf } from './instrument-rows.ts'
import { questionBank, questionsFor } from './question-bank/question-bank.ts'
import { baselineOf, ratersOf } from './raters.ts'

/** The subject of instruments that are about the program itself. */
export const theProgram = '-'

/** Somebody who is to fill in an instrument, about whom, with which questions. */
export type InstrumentAsk = {
  personId: string
  subjectId: string
  questions: string[]
  bank: number
  engagementId?: string
}
/** Why somebody is not asked, or not asked about. */
export type NotAsked = { personId: string; why: string }
export type Asked = { asks: InstrumentAsk[]; notAsked: NotAsked[] }

/** Everyone who is asked to fill in an instrument as things stand, and who is not, with the reason in words. */
export const whoIsAsked = (instrument: InstrumentName, rows: InstrumentRows): Asked => {
  const { asks, notAsked } = askers[instrument](rows)
  const known = new Map(rows.members.map((member) => [member.id, member]))
  const refused = asks.flatMap(({ personId }) => {
    const why = unable(known.get(personId))
    return why ? [{ personId, why }] : []
  })
  const able = asks.filter(({ personId }) => !unable(known.get(personId)))
  return { asks: able, notAsked: unique([...notAsked, ...refused, ...agentsIn(rows)]) }
}

const agent = 'An autonomous agent neither rates nor is rated.'

const unable = (member: Member | undefined): string | undefined => {
  if (!member) return 'Is not in the program (any more); the roster adds people.'
  return member.learnerKind === 'agent' ? agent : undefined
}

const agentsIn = ({ members }: InstrumentRows): NotAsked[] =>
  holders(members, 'participant')
    .filter(({ learnerKind }) => learnerKind === 'agent')
    .map(({ id }) => ({ personId: id, why: agent }))

const unique = (all: NotAsked[]): NotAsked[] => [...new Map(all.map((each) => [each.personId, each])).values()]

const ids = (questions: { id: string }[]): string[] => questions.map(({ id }) => id)
const bank = questionBank.version

const noTargets = 'Has chosen no target behaviour in the intake, so there is nothing to rate.'

const engaged = (rows: InstrumentRows) => participantsOf(rows).filter(({ id }) => runningPairs(rows, id).length > 0)

/** The baseline: everyone with a coach or mentor, by themselves and their raters. */
const baseline = (rows: InstrumentRows): Asked => {
  const all = engaged(rows).map(({ id }) => ({ id, questions: ids(questionsFor('baseline-360', targetsOf(rows, id))) }))
  return {
    asks: all
      .filter(({ questions }) => questions.length > 0)
      .flatMap(({ id, questions }) =>
        [id, ...ratersOf(rows, id).raters.map(({ personId }) => personId)].map((personId) => {
          return { personId, subjectId: id, questions, bank }
        }),
      ),
    notAsked: all.filter(({ questions }) => questions.length === 0).map(({ id }) => ({ personId: id, why: noTargets })),
  }
}

/** The follow-up: the same questions to the same people, and the participant. */
const followUp = (rows: InstrumentRows): Asked => {
  const before = participantsOf(rows).map(({ id }) => ({ id, ...baselineOf(rows, id) }))
  return {
    asks: before.flatMap(({ id, raters, questions, bank: answered }) =>
      raters.length === 0
        ? []
        : [...new Set([id, ...raters])].map((personId) => {
            return { personId, subjectId: id, questions, bank: answered ?? bank }
          }),
    ),
    notAsked: before
      .filter(({ raters }) => raters.length === 0)
      .map(({ id }) => ({ personId: id, why: 'Nobody answered the baseline, so there is nothing to compare with.' })),
  }
}

const aboutThemselves =
  (instrument: 'pulse' | 'rating', of: (rows: InstrumentRows) => Member[]) =>
  (rows: InstrumentRows): Asked => ({
    asks: of(rows).map(({ id }) => {
      const running = runningPairs(rows, id)
      const engagementId = running.length === 1 ? running[0]!.engagementId : undefined
      const questions = ids(questionsFor(instrument, targetsOf(rows, id)))
      return { personId: id, subjectId: id, questions, bank, ...(engagementId !== undefined && { engagementId }) }
    }),
    notAsked: [],
  })

/** Each manager in the program for each of their people; the behaviours are named where the participant shares them (I3). */
const attestation = (rows: InstrumentRows): Asked => {
  const managers = new Set(holders(rows.members, 'manager').map(({ id }) => id))
  const led = participantsOf(rows).map(({ id }) => ({ id, managerId: rows.people.get(id)?.managerId }))
  return {
    asks: led.flatMap(({ id, managerId }) => {
      if (managerId === undefined || !managers.has(managerId)) return []
      const targets = rows.shareGoals.has(id) ? targetsOf(rows, id) : []
      const questions = ids(questionsFor('manager-attestation', targets))
      return [{ personId: managerId, subjectId: id, questions, bank }]
    }),
    notAsked: led
      .filter(({ managerId }) => managerId === undefined || !managers.has(managerId))
      .map(({ id }) => ({ personId: id, why: 'Their manager is not in the program as manager, so nobody is asked.' })),
  }
}

const sponsors = (rows: InstrumentRows): Asked => ({
  asks: holders(rows.members, 'sponsor').map(({ id }) => {
    return { personId: id, subjectId: theProgram, questions: ids(questionsFor('sponsor-rating', [])), bank }
  }),
  notAsked: [],
})

const askers: Record<InstrumentName, (rows: InstrumentRows) => Asked> = {
  'baseline-360': baseline,
  'follow-up-360': followUp,
  pulse: aboutThemselves('pulse', engaged),
  rating: aboutThemselves('rating', participantsOf),
  'manager-attestation': attestation,
  'sponsor-rating': sponsors,
}

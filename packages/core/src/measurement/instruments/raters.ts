import { type InstrumentRows, participantsOf, runningPairs } from './instrument-rows.ts'
import { behaviourOf, inBankOrder } from './question-bank/question-bank.ts'
import type { RatersRecord, Relation } from './response-record.ts'

export type Rater = RatersRecord['raters'][number]

/** Peers who are asked when nobody named raters. */
const defaultPeers = 3

/** How somebody stands to a participant, by reporting lines and engagements; a `peer` where nothing else is known. */
export const relationOf = (
  { people, pairs, members }: Pick<InstrumentRows, 'people' | 'pairs' | 'members'>,
  raterId: string,
  participantId: string,
): Relation => {
  if (raterId === participantId) return 'self'
  if (people.get(participantId)?.managerId === raterId) return 'manager'
  if (people.get(raterId)?.managerId === participantId) return 'report'
  const pair = pairs.find((each) => each.participantId === participantId && each.providerId === raterId)
  if (pair) return pair.service
  const roles = members.find(({ id }) => id === raterId)?.roles ?? []
  return roles.includes('sponsor') && !roles.includes('participant') ? 'sponsor' : 'peer'
}

/**
 * Who rates a participant when nobody named raters: the manager, if the participant shares their goals with them (I3); coach and mentor;
 * up to three participants with the same manager, those who come next in the order of ids, so that all are asked about as often.
 */
const defaultRaters = (rows: InstrumentRows, participantId: string): string[] => {
  const managerId = rows.people.get(participantId)?.managerId
  const manager = managerId !== undefined && rows.shareGoals.has(participantId) ? [managerId] : []
  const peers = participantsOf(rows)
    .map(({ id }) => id)
    .filter((id) => managerId !== undefined && id !== participantId && rows.people.get(id)?.managerId === managerId)
    .toSorted()
  const next = peers.findIndex((id) => id > participantId)
  const ring = next < 0 ? peers : [...peers.slice(next), ...peers.slice(0, next)]
  const providers = runningPairs(rows, participantId).map(({ providerId }) => providerId)
  return [...manager, ...providers, ...ring.slice(0, defaultPeers)]
}

/** Who rates a participant, without the participant: those named, else the default ones. */
export const ratersOf = (rows: InstrumentRows, participantId: string): { named: boolean; raters: Rater[] } => {
  const named = rows.raters.get(participantId)?.raters
  const ids = named ? named.map(({ personId }) => personId) : defaultRaters(rows, participantId)
  const raters = [...new Set(ids)].map((personId) => ({
    personId,
    relation: relationOf(rows, personId, participantId),
  }))
  return { named: named !== undefined, raters }
}

/** What the baseline 360 of a participant was: who answered it, which behaviours it asked for, from which version of the bank. */
export const baselineOf = ({ responses }: Pick<InstrumentRows, 'responses'>, participantId: string) => {
  const own = responses.filter(
    ({ instrument, subjectId }) => instrument === 'baseline-360' && subjectId === participantId,
  )
  const questions = inBankOrder(own.flatMap(({ ratings }) => Object.keys(ratings))).filter(
    (id) => behaviourOf(id) !== undefined,
  )
  return { raters: [...new Set(own.map(({ respondentId }) => respondentId))], questions, bank: own.at(-1)?.bank }
}

import { mean } from './mean.ts'
import type { Behaviour } from './question-bank/behaviour-items.ts'
import { behaviourOf, inBankOrder } from './question-bank/question-bank.ts'
import type { ResponseRecord } from './response-record.ts'

/** How far one behaviour of one participant moved in the 360, from −4 to 4; above 0 is better. */
export type Movement = {
  subjectId: string
  behaviour: Behaviour
  /** As the participant rates it. */
  self?: number
  /** The mean over the same other raters, and who they are. */
  others?: { change: number; raters: string[] }
  /** Ids of the responses it rests on. */
  rows: string[]
}

/** The latest response of each person to an instrument about somebody. */
export const latestOf = (responses: readonly ResponseRecord[]): ResponseRecord[] => {
  const latest = new Map<string, ResponseRecord>()
  for (const response of responses.toSorted(byTime)) {
    latest.set(`${response.instrument} ${response.subjectId} ${response.respondentId}`, response)
  }
  return [...latest.values()]
}

const byTime = (one: ResponseRecord, other: ResponseRecord): number =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1

/**
 * Follow-up less baseline, by participant and behaviour: for each rater the mean over the items they rated both times, then the mean
 * over the raters who answered both times. Who answered once only counts nowhere. In the order of participants and of the items.
 */
export const movementOf = (responses: readonly ResponseRecord[]): Movement[] => {
  const latest = latestOf(responses)
  const before = latest.filter(({ instrument }) => instrument === 'baseline-360')
  const after = new Map(
    latest
      .filter(({ instrument }) => instrument === 'follow-up-360')
      .map((response) => [`${response.subjectId} ${response.respondentId}`, response]),
  )
  const changes = before.flatMap((baseline) => {
    const followUp = after.get(`${baseline.subjectId} ${baseline.respondentId}`)
    return followUp ? changesOf(baseline, followUp) : []
  })
  const groups = Map.groupBy(changes, ({ subjectId, behaviour }) => `${subjectId} ${behaviour}`)
  return [...groups.values()].map(movement).toSorted((a, b) => compare(a.subjectId, b.subjectId))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

type Change = { subjectId: string; behaviour: Behaviour; raterId: string; change: number; rows: string[] }

/** One rater's changes, by behaviour. */
const changesOf = (baseline: ResponseRecord, followUp: ResponseRecord): Change[] => {
  const { subjectId, respondentId: raterId } = baseline
  const both = inBankOrder(Object.keys(baseline.ratings)).filter((id) => followUp.ratings[id] !== undefined)
  return [...Map.groupBy(both, behaviourOf)].flatMap(([behaviour, ids]) => {
    if (behaviour === undefined) return []
    const change = mean(ids.map((id) => followUp.ratings[id]! - baseline.ratings[id]!))!
    return [{ subjectId, behaviour, raterId, change, rows: [baseline.id, followUp.id] }]
  })
}

const movement = (changes: Change[]): Movement => {
  const { subjectId, behaviour } = changes[0]!
  const own = changes.find(({ raterId }) => raterId === subjectId)
  const others = changes.filter(({ raterId }) => raterId !== subjectId)
  return {
    subjectId,
    behaviour,
    ...(own && { self: own.change }),
    ...(others.length > 0 && {
      others: { change: mean(others.map(({ change }) => change))!, raters: others.map(({ raterId }) => raterId) },
    }),
    rows: changes.flatMap(({ rows }) => rows),
  }
}

import { noPair } from '../assignment/instance.ts'
import type { Learner, Provider } from '../cohort.ts'
import { consentsToMatching, learnerLanguages } from '../hard-rules.ts'
import { signals, type Weights } from '../weights.ts'
import { enoughQuarters, learnerTime } from './availability.ts'
import { countShared, findShared, type SparseBits, sparse } from './bits.ts'
import { plainWords } from './plain-word.ts'
import { checkWeights, hundredths, presentWeight } from './points.ts'
import { providerColumns, signalBits } from './provider-columns.ts'
import { readField } from './readable.ts'
import type { ReferenceWeek } from './reference-week.ts'

export type BulkScores = {
  /** Scores of one learner with every provider, in hundredths of a point; `noPair` where a hard rule forbids the pair (M4). */
  scoreRow: (row: number, into: Int32Array) => void
}

/**
 * Scores and hard rules of many pairs at once: the same numbers as `scorePair` and the same pairs as `violations`, at some
 * nanoseconds a pair. What people share (skills, behaviours, languages, quarter hours of the week) is kept as bits, one
 * column per provider, so that a learner meets all providers in a few passes over flat memory.
 * @param weightsOf the weights of each learner (their profile may differ, M2, M3)
 * @throws DomainError `InvalidInput` when weights cannot be used
 */
export const bulkScores = (
  learners: readonly Learner[],
  providers: readonly Provider[],
  { weightsOf, week }: { weightsOf: (learner: Learner) => Weights; week: ReferenceWeek },
): BulkScores => {
  const pool = providerColumns(providers, week)
  const count = providers.length
  const [skills, goals, languages, quarters, hours] = [0, 0, 0, 0, 0].map(() => new Int32Array(count)) as Row5
  const checked = new Map<Weights, Float64Array>()
  const scoreRow = (row: number, into: Int32Array): void => {
    const learner = learners[row]!
    if (!consentsToMatching(learner)) {
      into.fill(noPair, 0, count)
      return
    }
    const weights = weightsOf(learner)
    const presentWeights = checked.get(weights) ?? weightTable(weights)
    checked.set(weights, presentWeights)
    const wantedWords = [...plainWords(readField(learner, 'skillsWanted') ?? []).keys()]
    const wanted = wantedWords.length
    const targets = new Set(readField(learner, 'targetBehaviours') ?? [])
    const spoken = learnerLanguages(learner)
    const time = learnerTime(learner, week)
    countShared(pool.skills.bits, pool.skills.set(wantedWords), skills)
    countShared(pool.goals.bits, pool.goals.set([...targets]), goals)
    findShared(pool.languages.bits, pool.languages.set(spoken ?? []), languages)
    countShared(pool.quarters, time ? sparse(time.quarters) : nothing, quarters)
    findShared(pool.hours, time ? sparse(time.hours) : nothing, hours)
    const own =
      (wanted > 0 ? signalBits.skills : 0) |
      (targets.size > 0 ? signalBits.goals : 0) |
      signalBits.sponsorship |
      (time ? signalBits.availability : 0) |
      signalBits.success
    const { mask, closed, speaks, sponsorship, success } = pool
    for (let column = 0; column < count; column++) {
      const present = own & mask[column]!
      if (
        closed[column] !== 0 ||
        (spoken !== undefined && speaks[column] !== 0 && languages[column] === 0) ||
        ((present & signalBits.availability) !== 0 && hours[column] === 0)
      ) {
        into[column] = noPair
        continue
      }
      // The order of these sums is that of `signals`, as in `shareOut`: floating point must give the same score both ways.
      let sum = 0
      if ((present & signalBits.skills) !== 0) sum += weights.skills * (skills[column]! / wanted)
      if ((present & signalBits.goals) !== 0) sum += weights.goals * (goals[column]! / targets.size)
      sum += weights.sponsorship * sponsorship[column]!
      if ((present & signalBits.availability) !== 0) {
        sum += weights.availability * (Math.min(quarters[column]!, enoughQuarters) / enoughQuarters)
      }
      sum += weights.success * success[column]!
      into[column] = hundredths(sum, presentWeights[present]!)
    }
    for (const column of pool.neverWith(learner)) into[column] = noPair
  }
  return { scoreRow }
}

type Row5 = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
const nothing: SparseBits = new Int32Array(0)

/** What the weights of the present signals add up to, by mask. */
const weightTable = (weights: Weights): Float64Array => {
  checkWeights(weights)
  return Float64Array.from({ length: 1 << signals.length }, (_, mask) => presentWeight(weights, mask))
}

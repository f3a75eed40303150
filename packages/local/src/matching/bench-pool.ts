import { noPair } from '@pilotgate/core/matching/assignment/instance'
import { below, randomStream } from '@pilotgate/core/random-stream'

/**
 * A synthetic pool with the five signals of matching (domain rule M1) and its hard rules (M4), as bit sets in typed
 * arrays: 96 skills, 32 goals, one sponsorship need against one sponsorship history, a week of 168 hours, past success.
 * About 19 % of the pairs are forbidden: same reporting line, no common language, or no overlapping hour.
 */
export type Pool = {
  rows: number
  columns: number
  /** Fills `into` with the row's scores, or only those of columns `from` up to `end`. */
  scoreRow: (row: number, into: Int32Array, from?: number, end?: number) => void
}

const skillWords = 3
const weekWords = 6
const weight = { skills: 3500, goals: 2500, sponsorship: 2000, availability: 1000, success: 1000 }

/** Bits set in every 16-bit number: two look-ups count a word faster than shifting and masking in JavaScript. */
const bitsSet = new Uint8Array(2 ** 16)
for (let value = 1; value < bitsSet.length; value++) bitsSet[value] = bitsSet[value >> 1]! + (value & 1)

type Side = {
  skills: Int32Array
  goals: Int32Array
  week: Int32Array
  line: Int32Array
  languages: Int32Array
  level: Int32Array
  success: Int32Array
}

const side = (count: number, random: () => number, skillsEach: number, goalsEach: number): Side => {
  const made: Side = {
    skills: new Int32Array(count * skillWords),
    goals: new Int32Array(count),
    week: new Int32Array(count * weekWords),
    line: new Int32Array(count),
    languages: new Int32Array(count),
    level: new Int32Array(count),
    success: new Int32Array(count),
  }
  for (let own = 0; own < count; own++) {
    // People of one field share most of their skills, as in real organisations.
    const field = below(random, 12)
    for (let n = 0; n < skillsEach; n++) {
      const skill = random() < 0.7 ? (field * 8 + below(random, 12)) % 96 : below(random, 96)
      made.skills[own * skillWords + (skill >> 5)]! |= 1 << (skill & 31)
    }
    for (let n = 0; n < goalsEach; n++) made.goals[own]! |= 1 << below(random, 32)
    const zone = below(random, 3)
    for (let day = 0; day < 5; day++) {
      const first = day * 24 + zone + 7 + below(random, 7)
      for (let hour = first; hour < first + 4; hour++) made.week[own * weekWords + (hour >> 5)]! |= 1 << (hour & 31)
    }
    made.line[own] = below(random, 14)
    made.languages[own] = 1 << below(random, 3)
    if (random() < 0.84) made.languages[own]! |= 1
    made.level[own] = below(random, 101)
    made.success[own] = below(random, 101)
  }
  return made
}

export const pool = (rows: number, columns: number, seed = 1): Pool => {
  const random = randomStream(seed)
  const people = side(rows, random, 6, 3)
  const providers = side(columns, random, 14, 6)
  const { skills, goals, week, line, languages, level, success } = providers
  const scoreRow = (row: number, into: Int32Array, from = 0, end = columns) => {
    const s0 = people.skills[row * 3]!
    const s1 = people.skills[row * 3 + 1]!
    const s2 = people.skills[row * 3 + 2]!
    const perSkill = weight.skills / Math.max(1, count(s0) + count(s1) + count(s2))
    const wanted = people.goals[row]!
    const perGoal = weight.goals / Math.max(1, count(wanted))
    const w0 = people.week[row * 6]!
    const w1 = people.week[row * 6 + 1]!
    const w2 = people.week[row * 6 + 2]!
    const w3 = people.week[row * 6 + 3]!
    const ownLine = people.line[row]!
    const spoken = people.languages[row]!
    const need = people.level[row]!
    for (let column = from; column < end; column++) {
      if (line[column] === ownLine || (languages[column]! & spoken) === 0) {
        into[column] = noPair
        continue
      }
      const days = column * weekWords
      const hours =
        count(week[days]! & w0) +
        count(week[days + 1]! & w1) +
        count(week[days + 2]! & w2) +
        count(week[days + 3]! & w3)
      if (hours === 0) {
        into[column] = noPair
        continue
      }
      const own = column * skillWords
      const shared = count(skills[own]! & s0) + count(skills[own + 1]! & s1) + count(skills[own + 2]! & s2)
      const sponsors = level[column]! >= need ? 100 : 100 - need + level[column]!
      into[column] =
        (shared * perSkill +
          count(goals[column]! & wanted) * perGoal +
          sponsors * (weight.sponsorship / 100) +
          Math.min(hours, 4) * (weight.availability / 4) +
          success[column]! * (weight.success / 100) +
          0.5) |
        0
    }
  }
  return { rows, columns, scoreRow }
}

const count = (word: number): number => bitsSet[word & 0xffff]! + bitsSet[word >>> 16]!

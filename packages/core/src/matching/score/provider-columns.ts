import type { Learner, Provider } from '../cohort.ts'
import { isSelected, providerLanguages } from '../hard-rules.ts'
import { providerTime } from './availability.ts'
import { type BitColumns, bitColumns, type SparseBits, sparse } from './bits.ts'
import { plainWords } from './plain-word.ts'
import { type ReferenceWeek, weekWords } from './reference-week.ts'
import { readSponsorship } from './sponsorship.ts'
import { readSuccess } from './success.ts'

/** Bits of the signals in a mask of those present, in the order of `signals`. */
export const signalBits = { skills: 1, goals: 2, sponsorship: 4, availability: 8, success: 16 }

/** Everything about the providers that does not hang on the learner, one column each, in flat arrays. */
export const providerColumns = (providers: readonly Provider[], week: ReferenceWeek) => {
  const times = providers.map((provider) => providerTime(provider, week))
  const held = providers.map(({ record }) => [...plainWords(record.skills).keys()])
  const spoken = providers.map((provider) => providerLanguages(provider))
  const readings = providers.map((provider) => [readSponsorship(provider).value, readSuccess(provider).value] as const)
  return {
    skills: vocabulary(held),
    goals: vocabulary(providers.map(({ record }) => record.strengths)),
    languages: vocabulary(spoken.map((words) => words ?? [])),
    quarters: bitColumns(
      times.map((time) => time?.quarters),
      weekWords,
    ),
    hours: bitColumns(
      times.map((time) => time?.hours),
      weekWords,
    ),
    closed: Uint8Array.from(providers, (provider) => (isSelected(provider) && provider.free > 0 ? 0 : 1)),
    speaks: Uint8Array.from(spoken, (words) => (words ? 1 : 0)),
    sponsorship: Float64Array.from(readings, ([sponsorship]) => sponsorship ?? 0),
    success: Float64Array.from(readings, ([, success]) => success ?? 0),
    mask: Uint8Array.from(
      providers,
      ({ record }, column) =>
        (held[column]!.length > 0 ? signalBits.skills : 0) |
        (record.strengths.length > 0 ? signalBits.goals : 0) |
        (readings[column]![0] !== undefined ? signalBits.sponsorship : 0) |
        (times[column] ? signalBits.availability : 0) |
        (readings[column]![1] !== undefined ? signalBits.success : 0),
    ),
    neverWith: neverWith(providers),
  }
}

/** Numbers the words that providers have; a learner's words that nobody has fall out. */
const vocabulary = (
  lists: readonly (readonly string[])[],
): { bits: BitColumns; set: (words: readonly string[]) => SparseBits } => {
  const numbers = new Map<string, number>()
  for (const list of lists) for (const word of list) if (!numbers.has(word)) numbers.set(word, numbers.size)
  const wordCount = Math.ceil(numbers.size / 32)
  const pack = (words: readonly string[]): Int32Array => {
    const bits = new Int32Array(wordCount)
    for (const word of words) {
      const number = numbers.get(word)
      if (number !== undefined) bits[number >> 5]! |= 1 << (number & 31)
    }
    return bits
  }
  return { bits: bitColumns(lists.map(pack), wordCount), set: (words) => sparse(pack(words)) }
}

/** The few columns that rules about two certain people exclude: themselves, reporting line, conflict of interest. */
const neverWith = (providers: readonly Provider[]): ((learner: Learner) => number[]) => {
  const [byId, byManager, byConflict] = [new Map(), new Map(), new Map()] as Map<string, number[]>[]
  const add = (map: Map<string, number[]>, id: string, column: number) => {
    const columns = map.get(id)
    if (columns) columns.push(column)
    else map.set(id, [column])
  }
  providers.forEach(({ personId, managerId, record }, column) => {
    add(byId!, personId, column)
    if (managerId !== undefined) add(byManager!, managerId, column)
    for (const id of record.conflicts) add(byConflict!, id, column)
  })
  return ({ personId, managerId }) => [
    ...(byId!.get(personId) ?? []),
    ...(managerId === undefined ? [] : (byId!.get(managerId) ?? [])),
    ...(byManager!.get(personId) ?? []),
    ...(byConflict!.get(personId) ?? []),
  ]
}

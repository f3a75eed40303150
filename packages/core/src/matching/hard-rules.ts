import type { Service } from '../intake/intake-record.ts'
import type { Learner, Provider } from './cohort.ts'
import { learnerTime, providerTime, shareAnHour } from './score/availability.ts'
import { plainWords } from './score/plain-word.ts'
import { mayRead, readField } from './score/readable.ts'
import { type ReferenceWeek, referenceWeek } from './score/reference-week.ts'

/** The hard rules (M4), in the order in which they are looked at. */
export const hardRules = [
  'consent',
  'selection gate',
  'capacity',
  'self',
  'reporting line',
  'conflict of interest',
  'language',
  'overlapping hour',
] as const
export type HardRule = (typeof hardRules)[number]

export type Violation = { rule: HardRule; words: string }

/** Without consent to use goals or skills there is nothing to match on, so the participant is not matched (I3, M4). */
export const consentsToMatching = (learner: Learner): boolean => mayRead(learner, 'goals') || mayRead(learner, 'skills')

/** Nobody who has not passed the gate can be matched (domain §4). */
export const isSelected = ({ record }: Provider): boolean => record.status === 'selected'

/** The languages of either side as they are compared. Nothing when they are not known or there is no consent (I3). */
export const learnerLanguages = (learner: Learner): string[] | undefined =>
  knownWords(readField(learner, 'languages') ?? [])
export const providerLanguages = ({ record }: Provider): string[] | undefined => knownWords(record.languages)

const knownWords = (texts: readonly string[]): string[] | undefined => {
  const words = [...plainWords(texts).keys()]
  return words.length > 0 ? words : undefined
}

/**
 * The hard rules a pair breaks (M4); none when the pair is allowed. A direct manager never coaches or mentors their
 * participant, nor the other way round (domain §1). A common language and an unbroken hour a week are demanded where both
 * sides' are known and may be used; otherwise a person has to look (`notChecked`). An agent has no calendar (I6).
 * @param week a date in the week on which hours in different zones are compared, or the week itself
 */
export const violations = (learner: Learner, provider: Provider, week: string | ReferenceWeek): Violation[] => {
  const found: Violation[] = []
  const add = (rule: HardRule, words: string) => found.push({ rule, words })
  if (!consentsToMatching(learner)) add('consent', 'There is no consent to use goals or skills for matching.')
  if (!isSelected(provider)) add('selection gate', notSelected(provider))
  if (!(provider.free > 0)) add('capacity', `No place is free with this ${provider.record.service}.`)
  if (learner.personId === provider.personId) add('self', 'Nobody can be matched with themselves.')
  for (const words of inOneLine(learner, provider, provider.record.service)) add('reporting line', words)
  if (provider.record.conflicts.includes(learner.personId))
    add('conflict of interest', 'A conflict of interest is on record.')
  const [spoken, offered] = [learnerLanguages(learner), providerLanguages(provider)]
  if (spoken && offered && !spoken.some((language) => offered.includes(language))) {
    add('language', 'They have no language in common.')
  }
  const reference = typeof week === 'string' ? referenceWeek(week) : week
  const [own, other] = [learnerTime(learner, reference), providerTime(provider, reference)]
  if (own && other && !shareAnHour(own, other))
    add('overlapping hour', 'There is no hour in the week when both are free.')
  return found
}

type InLine = { personId: string; managerId?: string | undefined }

/** How one of a pair manages the other, in words (domain §1); nothing when neither does. */
export const inOneLine = (participant: InLine, provider: InLine, service: Service): string[] => [
  ...(participant.managerId === provider.personId ? [`The ${service} is the participant's manager.`] : []),
  ...(provider.managerId === participant.personId ? [`The participant is the ${service}'s manager.`] : []),
]

const notSelected = ({ record }: Provider): string =>
  record.status === 'suspended'
    ? `The ${record.service} is suspended from new matches.`
    : `The ${record.service} has not passed the selection gate.`

/** Hard rules that cannot be looked at because something is not known or may not be used; a person must, before approval. */
export const notChecked = (learner: Learner, provider: Provider, week: ReferenceWeek): string[] => {
  const open: string[] = []
  if (!learnerLanguages(learner) || !providerLanguages(provider)) open.push('a common language')
  const hours = learner.learnerKind === 'agent' || (learnerTime(learner, week) && providerTime(provider, week))
  if (!hours) open.push('an hour a week when both are free')
  return open
}

const countWords: Record<HardRule, (count: number, service: Service) => string> = {
  consent: () => 'there is no consent to use goals or skills for matching',
  'selection gate': (count) =>
    `${count} ${count === 1 ? 'has' : 'have'} not passed the selection gate or ${count === 1 ? 'is' : 'are'} suspended`,
  capacity: (count) => `${count} ${count === 1 ? 'has' : 'have'} no free place`,
  self: () => '1 is the participant',
  'reporting line': (count) => `${count} ${count === 1 ? 'is' : 'are'} in the same reporting line`,
  'conflict of interest': (count) => `${count} ${count === 1 ? 'has' : 'have'} a conflict of interest`,
  language: (count) => `${count} ${count === 1 ? 'shares' : 'share'} no language`,
  'overlapping hour': (count) => `${count} ${count === 1 ? 'shares' : 'share'} no free hour in the week`,
}

/** "4 share no language": how many a rule excludes, in words. */
export const excludedInWords = (rule: HardRule, count: number, service: Service): string =>
  countWords[rule](count, service)

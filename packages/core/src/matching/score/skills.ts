import type { Learner, Provider } from '../cohort.ts'
import { plainWords } from './plain-word.ts'
import { mayRead, noConsent, readField } from './readable.ts'
import { notKnown, type Reading } from './reading.ts'

/**
 * Signal "skills" (M1): the share of the skills a participant wants that the provider has. Skills are compared without regard
 * to letter case and spaces ("Type Script" = "typescript"); one named twice counts once.
 * Missing: no consent for skills, no skills wanted, or the provider's skills are not recorded.
 */
export const readSkills = (learner: Learner, provider: Provider): Reading => {
  if (!mayRead(learner, 'skills')) return notKnown(noConsent('skills'))
  const wanted = plainWords(readField(learner, 'skillsWanted') ?? [])
  if (wanted.size === 0) return notKnown('not known, the participant names no skills')
  const held = plainWords(provider.record.skills)
  if (held.size === 0) return notKnown('not known, no skills are recorded for the provider')
  const shared = [...wanted].filter(([word]) => held.has(word)).map(([, text]) => text)
  const named = shared.length > 0 ? ` (${shared.join(', ')})` : ''
  const words = `has ${shared.length || 'none'} of the ${wanted.size} skill${wanted.size === 1 ? '' : 's'} wanted${named}`
  return { value: shared.length / wanted.size, words }
}

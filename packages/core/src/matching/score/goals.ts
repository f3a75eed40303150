import type { Learner, Provider } from '../cohort.ts'
import { mayRead, noConsent, readField } from './readable.ts'
import { notKnown, type Reading } from './reading.ts'

/**
 * Signal "goals" (M1, M3): the share of the participant's target behaviours that are among the provider's strengths. Both
 * sides choose from one vocabulary (`behaviours`).
 * Missing: no consent for goals, no target behaviour, or the provider's strengths are not recorded.
 */
export const readGoals = (learner: Learner, provider: Provider): Reading => {
  if (!mayRead(learner, 'goals')) return notKnown(noConsent('goals'))
  const targets = new Set(readField(learner, 'targetBehaviours') ?? [])
  if (targets.size === 0) return notKnown('not known, the participant names no target behaviour')
  if (provider.record.strengths.length === 0) return notKnown('not known, no strengths are recorded for the provider')
  const shared = [...targets].filter((behaviour) => provider.record.strengths.includes(behaviour))
  const named = shared.length > 0 ? ` (${shared.join(', ')})` : ''
  const of = `${targets.size} target behaviour${targets.size === 1 ? '' : 's'}`
  return { value: shared.length / targets.size, words: `is strong in ${shared.length || 'none'} of the ${of}${named}` }
}

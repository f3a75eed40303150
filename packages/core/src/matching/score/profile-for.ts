import type { Service } from '../../intake/intake-record.ts'
import type { Learner } from '../cohort.ts'
import type { ProfileName } from '../weights.ts'
import { readField } from './readable.ts'

/**
 * Which weights count for a participant, read from fields with consent only (I3):
 * - on a promotion path (career goal, or the trigger "career transition") → `promotion`: sponsorship outweighs technical fit (M2)
 * - a change of behaviour is the main aim ("behaviour shift", "performance gap") → `behaviour`: behavioural goals lead (M3)
 * - otherwise `default` (M1)
 *
 * With both, the promotion path leads, except for a coach, whose work is the behaviour (D3, D5).
 */
export const profileFor = (learner: Learner, service?: Service): ProfileName => {
  const triggers = readField(learner, 'triggers') ?? []
  const promotion = readField(learner, 'careerGoal')?.promotion === true || triggers.includes('career transition')
  const behaviour = triggers.includes('behaviour shift') || triggers.includes('performance gap')
  if (promotion && behaviour) return service === 'coach' ? 'behaviour' : 'promotion'
  if (promotion) return 'promotion'
  return behaviour ? 'behaviour' : 'default'
}

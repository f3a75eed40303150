import type { Behaviour } from './behaviour-items.ts'

const slug = (behaviour: Behaviour | undefined) => (behaviour ?? 'leading').replaceAll(' ', '-')

/** One of the three 360 items of a behaviour: `decision-making-2`. */
export const behaviourId = (behaviour: Behaviour, item: number): string => `${slug(behaviour)}-${item}`
/** The pulse question on a behaviour: `pulse-decision-making`. */
export const pulseId = (behaviour: Behaviour): string => `pulse-${slug(behaviour)}`
/** What a manager attests: `progress-decision-making`, and how strong it is; `leading` where behaviours may not be named (I3). */
export const attestedId = (behaviour?: Behaviour): string => `progress-${slug(behaviour)}`
export const strengthId = (behaviour?: Behaviour): string => `strength-${slug(behaviour)}`

/** Questions that figures rest on: K9 on the three of the pulse, K17 on the rating. */
export const instrumentQuestions = {
  pulse: ['pulse-1-1-prepared', 'pulse-1-1-listened', 'pulse-1-1-useful'],
  rating: 'usefulness',
  recommend: 'recommend',
} as const

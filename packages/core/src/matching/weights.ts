import { z } from 'zod'

export const signals = ['skills', 'goals', 'sponsorship', 'availability', 'success'] as const
export type Signal = (typeof signals)[number]

/** How much each signal counts; 100 in all (M1). */
export const weights = z
  .strictObject({
    skills: z.number().min(0),
    goals: z.number().min(0),
    sponsorship: z.number().min(0),
    availability: z.number().min(0),
    success: z.number().min(0),
  })
  .refine((value) => Math.abs(signals.reduce((sum, signal) => sum + value[signal], 0) - 100) < 1e-9, {
    error: 'The weights must add up to 100.',
  })
export type Weights = z.infer<typeof weights>

/** The shipped weights (M1) and the two named profiles: promotion, sponsorship leads (M2); behaviour, goals lead (M3). */
export const profiles = {
  default: { skills: 35, goals: 25, sponsorship: 20, availability: 10, success: 10 },
  promotion: { skills: 20, goals: 20, sponsorship: 40, availability: 10, success: 10 },
  behaviour: { skills: 20, goals: 45, sponsorship: 10, availability: 10, success: 15 },
} as const satisfies Record<string, Weights>

export const profileNames = ['default', 'promotion', 'behaviour'] as const
export type ProfileName = (typeof profileNames)[number]

import { z } from 'zod'

/** What the routes of selection have in common. */
export const base = { function: 'selection/api', tag: 'Selection' } as const
export const program = '/v1/programs/{programId}'
export const candidacies = `${program}/candidacies` as const
export const words = (problem: string) => z.string().trim().min(3, problem).max(2000)
export const personId = z.string().min(1).max(64).meta({ description: 'The person, or `me`' })

import { matchingRunRecord } from '@pilotgate/core/matching/match-record'
import { z } from 'zod'

/** What the routes of matching have in common. */
export const base = { function: 'matching/api', tag: 'Matching' } as const
export const program = '/v1/programs/{programId}'
export const id = z.string().min(1).max(200)
export const words = (problem: string) => z.string().trim().min(3, problem).max(2000)
export const objective = matchingRunRecord.shape.objective

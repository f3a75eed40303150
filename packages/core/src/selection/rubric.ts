import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'
import { role } from '../program/roles.ts'

/** How a panel scores: data, in versions. A panel keeps the version that it was named with. */
export const rubric = z.strictObject({
  rubric: z.string(),
  title: z.string(),
  /** What is scored from 1 to 5, and what 1, 3 and 5 look like. */
  dimensions: z
    .array(
      z.strictObject({
        dimension: z.string(),
        words: z.string(),
        anchors: z.strictObject({ one: z.string(), three: z.string(), five: z.string() }),
      }),
    )
    .min(1),
  /** Binary rules: each said yes or no. When at least half of the panel say yes, the candidate is turned down. */
  knockOuts: z.array(z.strictObject({ rule: z.string(), words: z.string() })),
  /** Members that the panel needs at least. */
  minimumPanel: z.number().int().min(2).max(9),
  /** Roles that must each be held by another member. */
  composition: z.array(role),
  /** Passed from this median of all marks, when no dimension's own median lies below `lowest`. */
  passes: z.strictObject({ median: z.number().min(1).max(5), lowest: z.number().min(1).max(5) }),
  /** Turned down below this median; between the two it is a hold. */
  rejectsBelow: z.number().min(1).max(5),
})
export type Rubric = z.infer<typeof rubric>

/** A version of a rubric that a program made its own; `id` is `RUBRIC@VERSION` (version 1 is the shipped one). */
export const rubricRecord = scoped.extend({
  rubricVersion: z.number().int().min(2),
  rubric,
  at: timestamp,
  by: z.string(),
})

import { z } from 'zod'

const column = z.string().min(1)

/** How a comparison cohort is chosen and what is reckoned from it. Defaults follow R's MatchIt, except for the caliper. */
export const impactOptions = z.object({
  /** Columns that both groups are to be alike in. */
  covariates: z.array(column).min(1, 'Name at least one column in which both groups are to be alike.'),
  /** Columns in which a pair must be the same. */
  exact: z.array(column).default([]),
  /** What nearest is measured on. */
  distance: z.enum(['propensity', 'logit']).default('propensity'),
  /** Furthest that two of a pair may be apart, in standard deviations of the logit of the propensity; null: any distance. */
  caliper: z.number().positive('Give a number above 0, or none.').nullable().default(0.2),
  /** Comparison people for each participant. */
  ratio: z.int().min(1).max(10).default(1),
  /** Whether one comparison person may stand for several participants. */
  replacement: z.boolean().default(false),
  /** Who chooses first: the participants that are hardest to match, or anybody by the seed. */
  order: z.enum(['largest', 'random']).default('largest'),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  bootstrap: z.int().min(100).max(100_000).default(2_000),
  permutations: z.int().min(100).max(1_000_000).default(5_000),
  /** What the columns are called, and what the outcome is counted in. */
  treatment: column.default('treated'),
  outcome: column.default('outcome'),
  unit: z.string().default(''),
  /** Managers who confirmed progress, of those asked (W11); stands beside the effect. */
  attestations: z
    .object({ confirmed: z.int().min(0), asked: z.int().min(1) })
    .nullable()
    .default(null),
})

/** Options as they are given: everything but the covariates has a default. */
export type GivenOptions = z.input<typeof impactOptions>
export type ImpactOptions = z.output<typeof impactOptions>

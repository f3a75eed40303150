import { service } from '@pilotgate/core/intake/intake-record'
import type { compareFormatsIn } from '@pilotgate/core/matching/compare-formats'
import { cadences, formatNames } from '@pilotgate/core/selection/format-basis'
import { z } from 'zod'

const count = z.number().int().min(0)
const status = z.enum(['enough', 'too few', 'more than needed'])

export const capacityLine = z.object({
  week: z.string().meta({ description: 'ISO week' }),
  monday: z.iso.date(),
  service,
  people: count.meta({ description: 'Coaches or mentors in the pool' }),
  joining: count.meta({ description: 'Of these, candidates expected to be appointed in this week' }),
  lapsing: count.meta({ description: 'People who leave the pool in this week because their credential runs out' }),
  freed: count.meta({ description: 'Places that come back in this week because engagements end' }),
  places: count.meta({ description: 'Free places in this week' }),
  demand: count.meta({ description: 'Participants who ask for a place in this week or waited before' }),
  served: count.meta({ description: 'Participants who get a place in this week' }),
  waiting: count.meta({ description: 'Participants who get none: `demand` less `served`' }),
  poolShare: z
    .number()
    .optional()
    .meta({ description: 'Coaches as a share of active leaders, 0 to 1; absent without leaders' }),
  menteesPerMentor: z.number().optional().meta({ description: 'Absent without mentors' }),
  target: z
    .object({ least: count, most: count })
    .optional()
    .meta({ description: 'How many people the target asks for; absent as long as there are no participants' }),
  status,
  words: z.string(),
})

export const capacityPlanView = z.object({
  zone: z.string(),
  lines: z.array(capacityLine),
  leaves: z.array(z.object({ service, week: z.string(), monday: z.iso.date(), status, words: z.string() })).meta({
    description: 'The first week in which a service leaves its target; a service that never does is not here',
  }),
  assumptions: z.array(z.string()),
})

const format = z.enum(formatNames)
const needed = count
  .optional()
  .meta({ description: 'The fewest providers who serve the demand; absent when no number would do' })
const hours = z.number().min(0)

export const formatComparisonView = z.object({
  supposed: z.object({
    service,
    providers: count,
    hoursPerMonth: hours,
    demand: count,
    cadence: z.enum(cadences).optional(),
    groupSize: count.optional(),
    slotMinutes: count.optional(),
    shares: z.record(format, z.number()),
  }),
  hours: hours.meta({ description: 'Hours of the pool in a month' }),
  formats: z
    .array(
      z.object({
        format,
        hoursPerParticipant: hours,
        participants: count.meta({ description: 'Participants in a month if all hours go to this format' }),
        providersNeeded: needed,
        tradeOff: z.string(),
      }),
    )
    .meta({ description: 'Each format alone' }),
  mix: z.object({
    parts: z.array(z.object({ format, share: z.number(), hours, participants: count })),
    participants: count,
    served: count,
    waiting: count,
    providersNeeded: needed,
  }),
  leastGroupShare: z.number().optional().meta({
    description: 'The smallest share of small groups that serves everyone with these providers; absent when none does',
  }),
  advice: z.string(),
  basis: z
    .array(z.object({ of: z.string(), source: z.string() }))
    .meta({ description: 'What the numbers rest on, and which of it is an assumption' }),
})

export const toFormatComparisonView = ({
  supposed,
  result,
  basis,
}: Awaited<ReturnType<typeof compareFormatsIn>>): z.input<typeof formatComparisonView> => ({
  supposed,
  ...result,
  basis: Object.entries(basis).map(([of, { source }]) => ({ of, source })),
})

import { service } from '@pilotgate/core/intake/intake-record'
import { cadences } from '@pilotgate/core/selection/format-basis'
import { z } from 'zod'
import { defineRoutes } from '../route.ts'
import { capacityPlanView, formatComparisonView } from './capacity-views.ts'
import { base, program } from './route-parts.ts'

const share = (description: string) => z.coerce.number().min(0).max(1).optional().meta({ description })
const whole = (most: number, description: string) =>
  z.coerce.number().int().min(0).max(most).optional().meta({ description })

export const capacityRoutes = defineRoutes({
  getCapacityPlan: {
    ...base,
    method: 'GET',
    path: `${program}/capacity-plan`,
    action: 'read providers',
    summary: 'Plan pool and demand week by week',
    description:
      'Coaches are to be 8 to 12 % of active leaders, and a mentor is to have one to three mentees. Each line is one service in one calendar week of the program; `leaves` names the first week in which the pool leaves its target, `assumptions` what the plan takes for granted.',
    query: z.strictObject({
      weeks: z.coerce
        .number()
        .int()
        .min(1)
        .max(60)
        .default(26)
        .meta({ description: 'Weeks to plan, the present one included, 1 to 60' }),
    }),
    output: capacityPlanView,
  },
  compareFormats: {
    ...base,
    method: 'GET',
    path: `${program}/capacity-plan/what-if`,
    action: 'read providers',
    summary: 'Compare 1:1, small groups and office hours',
    description:
      'What is left out is taken from the program as it stands. The shares divide the hours of the pool and must be 1 together; without `oneToOneShare` it is what the others leave.',
    query: z.strictObject({
      service: service.default('coach'),
      providers: whole(10_000, 'Coaches or mentors; those selected now'),
      hoursPerMonth: z.coerce
        .number()
        .min(0)
        .max(744)
        .optional()
        .meta({ description: 'Hours that each gives in a month; what their places take 1:1' }),
      demand: whole(100_000, 'Participants to serve; all who have or need this service'),
      cadence: z.enum(cadences).optional().meta({ description: 'How often they meet, 1:1 or as a group' }),
      groupSize: z.coerce.number().int().min(2).max(20).optional().meta({ description: 'People in a small group; 5' }),
      slotMinutes: z.coerce
        .number()
        .int()
        .min(15)
        .max(20)
        .optional()
        .meta({ description: 'Length of a slot in office hours, 15 to 20 minutes; 20' }),
      oneToOneShare: share('Share of the hours for 1:1, 0 to 1'),
      groupShare: share('Share of the hours for small groups, 0 to 1'),
      officeHoursShare: share('Share of the hours for office hours, 0 to 1'),
    }),
    output: formatComparisonView,
  },
})

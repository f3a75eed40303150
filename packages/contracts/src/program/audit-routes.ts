import type { AuditLine } from '@pilotgate/core/program/read-audit'
import { z } from 'zod'
import { longPageQuery, pageOf } from '../page.ts'
import { defineRoutes } from '../route.ts'

/** Something that happened. Ids, states and days; never texts of people or what single people answered. */
export const auditLineView = z.object({
  eventId: z.string(),
  type: z.string().meta({ description: 'What happened, such as `gate.decided`' }),
  at: z.string(),
  by: z.string().optional().meta({
    description: 'A person id, or `pilotgate` for the platform; absent where only those concerned may know',
  }),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
}) satisfies z.ZodType<AuditLine>

export const auditRoutes = defineRoutes({
  listOrganisationEvents: {
    method: 'GET',
    path: '/v1/events',
    function: 'program/api',
    action: 'manage connections',
    tag: 'Audit',
    summary: 'What happened beyond programs, newest first: HR systems, what they told of people, webhooks',
    query: longPageQuery,
    output: pageOf(auditLineView),
  },
  listEvents: {
    method: 'GET',
    path: '/v1/programs/{programId}/events',
    function: 'program/api',
    action: 'read audit',
    tag: 'Audit',
    summary: 'What happened in a program, newest first',
    query: longPageQuery,
    output: pageOf(auditLineView),
  },
})

import { errorCodes } from '@pilotgate/core/errors'
import { z } from 'zod'

/** An error as every route gives it (RFC 9457): what is wrong, where, and what to do. */
export const problem = z.object({
  type: z.string().meta({ description: '`urn:pilotgate:` and the code' }),
  title: z.string(),
  status: z.number().int(),
  code: z.enum([...errorCodes, 'InternalError']),
  detail: z.string(),
  problems: z.array(z.object({ field: z.string(), problem: z.string() })),
  requestId: z.string(),
})
export type Problem = z.infer<typeof problem>

import { z } from 'zod'
import { defineRoutes } from '../route.ts'

/** Where HR systems deliver. The handler answers in the way that each vendor takes: see `docs/hr-systems.md`. */
export const doorRoutes = defineRoutes({
  deliver: {
    method: 'POST',
    path: '/v1/doors/{key}',
    function: 'webhooks/api',
    action: 'public',
    tag: 'Doors',
    raw: true,
    summary: 'Deliver an event of an HR system, signed in the way of its vendor',
    description:
      'The signature is checked over the bytes as they came. 200: kept, or known already, or of a kind that is not needed; 401: the address or the signature does not hold; 413: larger than 256 KB; 503: not kept, send it again.',
    body: z.unknown(),
    output: z.object({ received: z.boolean() }),
  },
})

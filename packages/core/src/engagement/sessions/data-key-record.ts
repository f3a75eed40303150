import { z } from 'zod'
import { scoped } from '../../program/record.ts'

/**
 * The data key of a person's confidential texts, readable by the key service alone; `id` is the person's id, in the scope of the
 * organisation. Removing it erases the texts, wherever copies of them lie (P2, P3).
 */
export const dataKeyRecord = scoped.extend({
  wrapped: z.base64(),
  /** The key of the key service that it is wrapped with. */
  keyArn: z.string(),
})

import { z } from 'zod'

/** A confidential text as it is kept (P2): only the vault opens it. `text` ends with the 16 bytes of the authentication tag. */
export const sealed = z.strictObject({
  algorithm: z.literal('AES-256-GCM'),
  /** 12 bytes, never used twice with a key. */
  nonce: z.base64(),
  text: z.base64(),
})
export type Sealed = z.infer<typeof sealed>

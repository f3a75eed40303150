import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const format = 1
const nonceBytes = 12
const tagBytes = 16

/** Wraps a key: one byte of format, the nonce, the encrypted key and its tag. `context` is needed again to unwrap it. */
export const wrap = (master: Buffer, context: string, key: Buffer): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', master, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context))
  return Buffer.concat([Buffer.of(format), nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** The key that was wrapped; nothing when the bytes or the context are not those of then. */
export const unwrap = (master: Buffer, context: string, wrapped: Buffer): Buffer | undefined => {
  if (wrapped[0] !== format || wrapped.length <= 1 + nonceBytes + tagBytes) return undefined
  const nonce = wrapped.subarray(1, 1 + nonceBytes)
  const tag = wrapped.subarray(-tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', master, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(1 + nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

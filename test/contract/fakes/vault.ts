import { DomainError } from '@pilotgate/core/errors'
import type { Vault } from '@pilotgate/core/ports'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** A `Vault` in memory: it keeps the texts to itself and gives a number in their place, so that no text can be read off what is stored. */
export const fakeVault = (): Vault => {
  const kept = new Map<string, { key: string; about: string; text: string }>()
  const keyOf = ({ tenantId, personId }: { tenantId: string; personId: string }) => JSON.stringify([tenantId, personId])

  return {
    async seal(subject, about, text) {
      const number = base64(`sealed text number ${kept.size + 1}`)
      kept.set(number, { key: keyOf(subject), about, text })
      return { algorithm: 'AES-256-GCM', nonce: base64('fake'), text: number }
    },
    async open(subject, about, sealed) {
      const found = kept.get(sealed.text)
      if (found?.key === keyOf(subject) && found.about === about) return found.text
      throw new DomainError('NotFound', 'This text cannot be read any more.')
    },
    async erase(subject) {
      for (const [number, { key }] of kept) {
        // Emptied instead of removed, so that no number is given twice.
        if (key === keyOf(subject)) kept.set(number, { key: '', about: '', text: '' })
      }
    },
  }
}

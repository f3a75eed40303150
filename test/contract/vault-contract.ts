import type { Vault } from '@pilotgate/core/ports'
import type { Sealed } from '@pilotgate/core/program/sealed'
import { describe, expect, it } from 'vitest'
import { freshScope } from './samples.ts'

export const about = JSON.stringify(['tenant', 'program', 'sessionNote', 'E1.S001'])
export const secret = 'Canary 7f3a: she wants to leave. Grüße 🐤'

export const freshSubject = () => ({ tenantId: freshScope().tenantId, personId: 'person-1' })

const unreadable = { code: 'NotFound' }

/** The same text with one bit of it turned. */
export const tampered = (sealed: Sealed, field: 'nonce' | 'text', at: number): Sealed => {
  const bytes = Buffer.from(sealed[field], 'base64')
  bytes[at < 0 ? bytes.length + at : at]! ^= 1
  return { ...sealed, [field]: bytes.toString('base64') }
}

/** What every `Vault` does. `make` gives two vaults on the same keys, as two processes have them. */
export const vaultContract = (name: string, make: () => Promise<[Vault, Vault]>): void => {
  describe(`${name} as a vault`, () => {
    it.each([secret, '', 'x'.repeat(100_000)])('gives back what was sealed, here and elsewhere', async (text) => {
      const [vault, other] = await make()
      const subject = freshSubject()
      const sealed = await vault.seal(subject, about, text)
      expect(await vault.open(subject, about, sealed)).toBe(text)
      expect(await other.open(subject, about, sealed)).toBe(text)
      if (text) expect(JSON.stringify(sealed)).not.toContain(text.slice(0, 20))
    })

    it('never seals the same text to the same bytes', async () => {
      const [vault] = await make()
      const subject = freshSubject()
      const [one, two] = [await vault.seal(subject, about, secret), await vault.seal(subject, about, secret)]
      expect(one.text).not.toBe(two.text)
    })

    it('does not open a text in another record, or for another person or organisation', async () => {
      const [vault] = await make()
      const subject = freshSubject()
      const person = { ...subject, personId: 'person-2' }
      const organisation = { ...subject, tenantId: freshSubject().tenantId }
      const sealed = await vault.seal(subject, about, secret)
      // Both have keys of their own, so that it is not the missing key that refuses.
      for (const each of [person, organisation]) await vault.seal(each, about, 'other')
      await expect(vault.open(subject, about.replace('S001', 'S002'), sealed)).rejects.toMatchObject(unreadable)
      await expect(vault.open(person, about, sealed)).rejects.toMatchObject(unreadable)
      await expect(vault.open(organisation, about, sealed)).rejects.toMatchObject(unreadable)
      await expect(vault.open({ ...subject, personId: 'nobody' }, about, sealed)).rejects.toMatchObject(unreadable)
    })

    it('does not open what was tampered with', async () => {
      const [vault] = await make()
      const subject = freshSubject()
      const sealed = await vault.seal(subject, about, secret)
      for (const at of [0, 10, -1]) {
        await expect(vault.open(subject, about, tampered(sealed, 'text', at))).rejects.toMatchObject(unreadable)
      }
      await expect(vault.open(subject, about, { ...sealed, text: '' })).rejects.toMatchObject(unreadable)
    })

    it('opens nothing of an erased subject in any process, and nothing but that', async () => {
      const [vault, other] = await make()
      const [subject, neighbour] = [freshSubject(), freshSubject()]
      const sealed = await vault.seal(subject, about, secret)
      const kept = await vault.seal(neighbour, about, secret)
      expect(await other.open(subject, about, sealed)).toBe(secret)
      await vault.erase(subject)
      await vault.erase(subject)
      for (const each of [vault, other])
        await expect(each.open(subject, about, sealed)).rejects.toMatchObject(unreadable)
      expect(await other.open(neighbour, about, kept)).toBe(secret)
      // Who comes back begins anew.
      const anew = await vault.seal(subject, about, 'anew')
      expect(await other.open(subject, about, anew)).toBe('anew')
      await expect(other.open(subject, about, sealed)).rejects.toMatchObject(unreadable)
    })

    it('seals the first texts of a subject at once, in two processes, so that all of them open', async () => {
      const vaults = await make()
      const subject = freshSubject()
      const texts = Array.from({ length: 6 }, (_, index) => `text ${index}`)
      const sealed = await Promise.all(texts.map((text, index) => vaults[index % 2]!.seal(subject, about, text)))
      const opened = await Promise.all(sealed.map((each, index) => vaults[(index + 1) % 2]!.open(subject, about, each)))
      expect(opened).toEqual(texts)
    })
  })
}

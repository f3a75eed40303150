import { linkKey, readLinkKey } from '@pilotgate/core/program/link-key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const key = linkKey({ tenantId: 'northwind', scope: 'pilot', id: 'ada.01.references.1.1' }, 's3cret')
const encoded = (text: string) => Buffer.from(text).toString('base64url')

it('holds what is needed to find a record and to prove that the mail was got', () => {
  expect(key).toBe(encoded('northwind\npilot\nada.01.references.1.1\ns3cret'))
})

it('is read back as it was written, whatever the names', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\n'))
  fc.assert(
    fc.property(part, part, part, part, (tenantId, programId, id, secret) => {
      const written = linkKey({ tenantId, scope: programId, id }, secret)
      expect(written).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(readLinkKey(written)).toEqual({ tenantId, programId, id, secret })
    }),
  )
})

describe('readLinkKey', () => {
  it.each([
    ['nothing', ''],
    ['other letters', `${key}!`],
    ['padding', encoded('a\nb\nc\nd').padEnd(12, '=')],
    ['three parts', encoded('northwind\npilot\nreference')],
    ['five parts', encoded('northwind\npilot\nreference\nsecret\nmore')],
    ['an empty part', encoded('northwind\n\nreference\nsecret')],
    ['no secret', encoded('northwind\npilot\nreference\n')],
    ['bytes that are no text', Buffer.from([0xff, 0x0a, 0xfe, 0x0a, 0x61, 0x0a, 0x62]).toString('base64url')],
    ['more than a link may hold', encoded(`a\nb\nc\n${'d'.repeat(2_000)}`)],
    // The last letter of `YQpiCmMKZA` carries four bits that belong to no byte.
    ['another spelling of the same bytes', encoded('a\nb\nc\nd').replace(/A$/, 'B')],
  ])('does not take %s', (_, text) => expect(readLinkKey(text)).toBeUndefined())

  it('takes nothing that it would not have written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[A-Za-z0-9_-]*$/)), (text) => {
        const read = readLinkKey(text)
        if (read) expect(linkKey({ ...read, scope: read.programId }, read.secret)).toBe(text)
      }),
    )
  })
})

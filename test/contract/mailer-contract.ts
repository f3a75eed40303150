import { isDomainError } from '@pilotgate/core/errors'
import type { Mail, Mailer } from '@pilotgate/core/ports'
import { beforeAll, describe, expect, it } from 'vitest'

export type MailerUnderTest = { mailer: Mailer; delivered(): Promise<Mail[]> }

export const mail: Mail = {
  to: 'ada@example.org',
  subject: 'Woche 6: “Gate” – bitte prüfen ✓',
  text: 'Grüße\nund mehr',
  html: '<p>Grüße &amp; mehr</p>',
  tags: { program: 'program-1', gate: 'W06' },
}

const invitation = {
  method: 'REQUEST' as const,
  content: [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    `SUMMARY:Gespräch ${'über Ziele '.repeat(9)}`,
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
}

/** What every `Mailer` does. */
export const mailerContract = (name: string, make: () => Promise<MailerUnderTest>): void => {
  describe(`${name} as a mailer`, () => {
    let made: MailerUnderTest
    beforeAll(async () => {
      made = await make()
    })

    it('delivers text, HTML and tags as they were given', async () => {
      expect(await made.mailer.send(mail)).toBeTruthy()
      expect((await made.delivered()).at(-1)).toMatchObject(mail)
    })

    it('delivers a calendar object beside text, HTML and tags', async () => {
      const withCalendar = { ...mail, calendar: invitation }
      await made.mailer.send(withCalendar)
      expect((await made.delivered()).at(-1)).toMatchObject(withCalendar)
    })

    it('gives every mail an id of its own', async () => {
      const before = (await made.delivered()).length
      const ids = await Promise.all(Array.from({ length: 5 }, () => made.mailer.send(mail)))
      expect(new Set(ids).size).toBe(5)
      expect(await made.delivered()).toHaveLength(before + 5)
    })

    it.each([['nobody'], ['nobody@'], ['a b@example.org'], ['']])(
      'refuses the address %j without repeating it',
      async (to) => {
        const before = (await made.delivered()).length
        for (const refused of [mail, { ...mail, calendar: invitation }]) {
          const error = await made.mailer.send({ ...refused, to }).catch((refusal: unknown) => refusal)
          expect(isDomainError(error, 'InvalidInput')).toBe(true)
          if (to) expect(JSON.stringify([String(error), error, (error as Error).cause])).not.toContain(to)
        }
        expect(await made.delivered()).toHaveLength(before)
      },
    )
  })
}

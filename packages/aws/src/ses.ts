import { SESClient, SendEmailCommand, type SendEmailCommandInput, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { DomainError } from '@pilotgate/core/errors'
import type { Mail, Mailer } from '@pilotgate/core/ports'
import { clientSettings } from './client-settings.ts'
import { mimeWithCalendar } from './mime.ts'
import { isNotDone, isServiceError, unavailable } from './unavailable.ts'

export type SesSettings = { region: string; from: string; configurationSet?: string }

const refusals = ['MessageRejected', 'InvalidParameterValue', 'InvalidParameterValueException', 'ValidationError']

/** SES takes ASCII letters, digits, `_` and `-` in tags, 256 at most. */
const tagText = (text: string): string => text.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 256)

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })

const message = ({ subject, text, html }: Mail) => ({
  Subject: utf8(subject),
  Body: { Text: utf8(text), Html: utf8(html) },
})

/** SES repeats the address in its errors; neither our message nor its cause may, for they end up in logs. */
const refused = (error: Error): DomainError =>
  new DomainError('InvalidInput', `The mail service refuses this mail or its address (${error.name}).`, {
    problems: [{ field: 'to', problem: 'must be an address that mail can be sent to' }],
  })

/**
 * Mail through Amazon SES. Implements the port `Mailer`. Nothing is sent twice by the SDK: SES knows no idempotency key, so a mail
 * whose fate is unknown is not tried again here (reliability F7).
 * @throws DomainError `InvalidInput` for a refused mail or address; `Unavailable` when the mail was certainly not accepted and may
 * be sent again later; any other error (`MailUnconfirmed`) when nobody knows whether it was.
 */
export const sesMailer = ({ region, from, configurationSet }: SesSettings): Mailer => {
  const client = new SESClient({ ...clientSettings(region), maxAttempts: 1 })
  const handOver = async (
    { calendar, ...mail }: Mail,
    marks: Pick<SendEmailCommandInput, 'ConfigurationSetName' | 'Tags'>,
  ) => {
    if (!calendar) {
      const to = { Source: from, Destination: { ToAddresses: [mail.to] } }
      return client.send(new SendEmailCommand({ ...to, Message: message(mail), ...marks }))
    }
    const Data = await mimeWithCalendar(from, mail, calendar)
    return client.send(
      new SendRawEmailCommand({ Source: from, Destinations: [mail.to], RawMessage: { Data }, ...marks }),
    )
  }
  return {
    async send(mail) {
      const marks = {
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(mail.tags)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => ({ Name: tagText(name), Value: tagText(value) })),
      }
      try {
        return (await handOver(mail, marks)).MessageId!
      } catch (error) {
        if (!isServiceError(error)) throw error
        if (refusals.includes(error.name)) throw refused(error)
        if (isNotDone(error)) throw unavailable('The mail service', error)
        const unconfirmed = new Error(
          `The mail service did not confirm the mail (${error.name}); it may have been sent.`,
        )
        unconfirmed.name = 'MailUnconfirmed'
        throw unconfirmed
      }
    },
  }
}

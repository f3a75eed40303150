import middy from '@middy/core'
import { container } from '@pilotgate/aws/container'
import { takeAnswer } from '@pilotgate/core/engagement/invitations/take-answer'
import type { SNSEvent, SNSEventRecord } from 'aws-lambda'
import { z } from 'zod'
import { log } from '../lib/log.ts'
import { readAnswer } from './read-answer.ts'

const verdict = z.object({ status: z.string() }).optional()

/** What SES says of a mail that came in, as far as it is looked at. */
const received = z.object({
  notificationType: z.literal('Received'),
  /** `source`: the envelope's sender, whose domain SPF is about. */
  mail: z.object({ messageId: z.string(), source: z.string().optional() }),
  receipt: z.object({
    spfVerdict: verdict,
    dmarcVerdict: verdict,
    virusVerdict: verdict,
    action: z.object({ encoding: z.string().optional() }).optional(),
  }),
  content: z.string(),
})
type Received = z.output<typeof received>

/**
 * Mails to the organiser of invitations, as SES hands them on: takes answers (E9) and leaves anything else alone. Nothing that a mail
 * holds makes it fail; when the database does not answer, SNS comes again. Repeatable.
 */
export const handler = middy<SNSEvent, void>().handler(async ({ Records }) => {
  for (const record of Records) await take(record)
})

const take = async ({ Sns }: SNSEventRecord): Promise<void> => {
  const notification = readNotification(Sns.Message)
  const ids = { notification: Sns.MessageId, mail: notification?.mail.messageId }
  if (!notification) return log('INFO', 'mail: no notification', ids)
  const now = new Date(Sns.Timestamp).toISOString()
  const { content, receipt } = notification
  const isBase64 = receipt.action?.encoding?.toUpperCase() === 'BASE64'
  const answer = await readAnswer(isBase64 ? Buffer.from(content, 'base64') : content, now)
  if (!answer) return log('INFO', 'mail: no answer', ids)
  if (!isVouchedFor(notification, answer.from)) return log('INFO', 'mail: sender not vouched for', ids)
  log('INFO', `mail: answer ${await takeAnswer({ store: container().store, now }, answer)}`, ids)
}

const readNotification = (text: string): Received | undefined => {
  try {
    return received.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/**
 * Whether a sender is who they say (`From`): by DMARC, or where their domain has none, by SPF of the same domain. A good signature (DKIM)
 * alone says nothing, since anybody can sign for a domain of their own.
 */
const isVouchedFor = ({ mail, receipt }: Received, from: string): boolean => {
  const { spfVerdict, dmarcVerdict, virusVerdict } = receipt
  if (virusVerdict?.status === 'FAIL' || dmarcVerdict?.status === 'FAIL') return false
  if (dmarcVerdict?.status === 'PASS') return true
  return spfVerdict?.status === 'PASS' && domainOf(mail.source ?? '') === domainOf(from)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

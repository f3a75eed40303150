import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { lambdaName } from '../functions.ts'
import type { LambdaInvoker } from '../lambda.ts'
import type { Outbox } from './mailbox.ts'

const pass = { status: 'PASS' }

/** Mails to Pilotgate: handed to the function that receives them as SES does it, through SNS. Their senders are who they say. */
export const outbox = (functions: LambdaInvoker, clock: Clock): Outbox => ({
  now: () => clock.now(),
  async send(mime) {
    const at = new Date(clock.now()).toISOString()
    const notification = {
      notificationType: 'Received',
      mail: { timestamp: at, messageId: randomUUID() },
      receipt: {
        ...{
          timestamp: at,
          spamVerdict: pass,
          virusVerdict: pass,
          spfVerdict: pass,
          dkimVerdict: pass,
          dmarcVerdict: pass,
        },
        action: { type: 'SNS', topicArn: 'arn:aws:sns:us-east-1:000000000000:mail', encoding: 'BASE64' },
      },
      content: mime.toString('base64'),
    }
    const Sns = {
      ...{
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: notification.receipt.action.topicArn,
        Timestamp: at,
      },
      ...{ Subject: 'Amazon SES Email Receipt Notification', Message: JSON.stringify(notification) },
    }
    await functions.invoke(lambdaName('engagement/mail'), {
      Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }],
    })
  },
})

import { DomainError } from '@pilotgate/core/errors'
import type { Mail, Mailer } from '@pilotgate/core/ports'

/** A `Mailer` that keeps what it was given. `down` makes it Unavailable. */
export type FakeMailer = Mailer & { delivered: (Mail & { messageId: string })[]; down: boolean }

export const fakeMailer = (): FakeMailer => {
  const mailer: FakeMailer = {
    delivered: [],
    down: false,
    async send(mail) {
      if (mailer.down)
        throw new DomainError('Unavailable', 'The mail service does not answer just now. Try again in a moment.')
      if (!/^[^\s@]+@[^\s@]+$/.test(mail.to) || /[\r\n]/.test(mail.subject)) {
        throw new DomainError('InvalidInput', 'The mail service refuses this mail or its address.')
      }
      const messageId = `message-${mailer.delivered.length + 1}`
      mailer.delivered.push({ ...mail, messageId })
      return messageId
    },
  }
  return mailer
}

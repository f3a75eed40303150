import { container } from '@pilotgate/aws/container'
import { deliver } from '@pilotgate/core/gates/mail-ledger'
import { makePackFor } from '@pilotgate/core/gates/pack/make-pack'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { onEvents } from '../lib/stream.ts'

/** Mails on their way at once: enough for a cohort within the function's time, few enough for the sending rate of SES. */
const atOnce = 8

/**
 * Tells people by mail what happened and what they are asked to do; a committee gets its steering pack first, for the mail to link to.
 * Repeatable: the ledger mails nobody twice, and a round has one pack.
 */
export const handler = onEvents(async (event, { now }) => {
  const { store, mailer, config } = container()
  await makePackFor({ store, now }, event)
  const site = { publicUrl: config.PUBLIC_URL, organisationName: (tenantId: string) => tenantId }
  const waiting = await noticesFor(store, event, site)
  const failures: unknown[] = []
  const work = async () => {
    for (let notice = waiting.shift(); notice; notice = waiting.shift()) {
      // One mail that fails keeps none of the others waiting; the event comes again for it.
      await deliver({ store, now }, mailer, event, notice).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failures.length > 0) throw failures[0]
})

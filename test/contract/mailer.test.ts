import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sesMailer } from '@pilotgate/aws/ses'
import { openMailStore } from '@pilotgate/local/ses/mail-store'
import { sesHandler } from '@pilotgate/local/ses/ses-handler'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, describe, expect, it } from 'vitest'
import { pointSdkAt, region } from './dynamodb-table.ts'
import { fakeMailer } from './fakes/mailer.ts'
import { mail, mailerContract } from './mailer-contract.ts'

mailerContract('The fake', async () => {
  const mailer = fakeMailer()
  return { mailer, delivered: async () => mailer.delivered }
})

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections()
})

/** A mailer whose SES is `listener`. */
const mailerOn = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  pointSdkAt('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return sesMailer({ region, from: 'Pilotgate <no-reply@example.org>', configurationSet: 'mails' })
}

/** The method that the last alternative of a MIME message names beside its type. */
const methodIn = (raw: string) =>
  /^Content-Type: text\/calendar; charset=utf-8; method=(REQUEST|CANCEL)\r$/m.exec(raw)?.[1] as 'REQUEST' | 'CANCEL'

const mailStore = openMailStore(':memory:')
const localSes = sesHandler({ store: mailStore, clock: virtualClock({ running: false }) })

mailerContract('SES', async () => ({
  mailer: await mailerOn(localSes),
  delivered: async () =>
    mailStore
      .list({ limit: 500 })
      .messages.reverse()
      .map(({ to, subject, text, html, tags, calendar, raw }) => ({
        ...{ to: to.join(), subject, text: text!, html: html!, tags },
        ...(calendar && { calendar: { method: methodIn(raw!), content: calendar } }),
      })),
}))

describe('SES', () => {
  it('is told the sender, the configuration set, and tags in its own character set', async () => {
    const mailer = await mailerOn(localSes)
    await mailer.send({ ...mail, tags: { 'task id': 'W06.ä/1', empty: '' } })
    expect(mailStore.list().messages[0]).toMatchObject({
      from: 'Pilotgate <no-reply@example.org>',
      configurationSet: 'mails',
      tags: { task_id: 'W06___1' },
    })
  })

  it('sends an invitation as its last alternative and as a file, and asks absent people for no answer', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
    await (await mailerOn(localSes)).send({ ...mail, calendar: { method: 'CANCEL', content } })
    const { raw, attachments, configurationSet } = mailStore.list().messages[0]!
    expect(configurationSet).toBe('mails')
    expect(attachments).toEqual([{ name: 'invite.ics', type: 'application/ics' }])
    expect(raw).toContain(`\r\n\r\n${content}`)
    expect(raw).toContain(Buffer.from(content).toString('base64'))
    expect(raw!.match(/^Content-Type: [\w/]+/gm)).toEqual(
      ['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar', 'application/ics'].map(
        (type) => `Content-Type: ${type}`,
      ),
    )
    expect(raw).toContain('X-Auto-Response-Suppress: OOF, AutoReply')
  })

  const failing = async (status: number, code: string, more = {}) => {
    let requests = 0
    const mailer = await mailerOn((_, response) => {
      requests += 1
      const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>ada@example.org</Message></Error>`
      response.writeHead(status, { 'content-type': 'text/xml' })
      response.end(`<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>`)
    })
    const error = await mailer.send({ ...mail, ...more }).catch((refusal: unknown) => refusal)
    return { error, requests }
  }

  it.each([
    [400, 'Throttling', 'Unavailable'],
    [503, 'ServiceUnavailable', 'Unavailable'],
    [400, 'MessageRejected', 'InvalidInput'],
    [500, 'InternalFailure', 'MailUnconfirmed'],
    [400, 'MailFromDomainNotVerifiedException', 'MailUnconfirmed'],
  ])('answering %i %s means %s, is asked once, and no address gets into the error', async (status, code, name) => {
    const calendar = { method: 'REQUEST', content: 'BEGIN:VCALENDAR' }
    for (const more of [{}, { calendar }]) {
      const { error, requests } = await failing(status, code, more)
      expect(error).toMatchObject({ name })
      expect(requests).toBe(1)
      if (name !== 'Unavailable') expect(String((error as Error).cause ?? error)).not.toContain('ada@')
    }
  })

  it('that never was reached is Unavailable; one that went silent leaves the mail unconfirmed', async () => {
    let requests = 0
    const silent = await mailerOn((request) => {
      requests += 1
      request.socket.destroy()
    })
    await expect(silent.send(mail)).rejects.toMatchObject({ name: 'MailUnconfirmed' })
    expect(requests).toBe(1)
    pointSdkAt('AWS_ENDPOINT_URL_SES', 'http://127.0.0.1:1')
    const unreachable = sesMailer({ region, from: 'no-reply@example.org' })
    await expect(unreachable.send(mail)).rejects.toMatchObject({ code: 'Unavailable' })
  })
})

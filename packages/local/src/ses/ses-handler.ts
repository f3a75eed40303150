import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Clock } from '../clock.ts'
import type { MailStore, Message } from './mail-store.ts'
import { parseQueryForm, type QueryForm } from './query-form.ts'
import { readRaw, readSimple } from './read-message.ts'
import { SendError } from './send-error.ts'

export interface SesOptions {
  store: MailStore
  clock: Clock
  /** Told of each message after it is durable. */
  onMessage?: (message: Message) => void
}

type Action = (form: QueryForm) => string | Promise<string>

/**
 * The SES v1 wire protocol (AWS Query: form-encoded POST, XML answers) as `@aws-sdk/client-ses` speaks it, for a node:http
 * server. A message is on disk before the answer leaves. Signatures are not checked: the endpoint is for loopback only.
 */
export function sesHandler({ store, clock, onMessage }: SesOptions): RequestListener {
  const accept = (unsent: Omit<Message, 'id' | 'at'>) => {
    const message: Message = { id: randomUUID(), at: clock.now(), ...unsent }
    store.add(message)
    onMessage?.(message)
    return `<MessageId>${message.id}</MessageId>`
  }
  const actions: Record<string, Action> = {
    SendEmail: (form) => accept(readSimple(form)),
    SendRawEmail: async (form) => accept(await readRaw(form)),
    GetSendQuota: () =>
      `<Max24HourSend>50000</Max24HourSend><MaxSendRate>1000</MaxSendRate><SentLast24Hours>${store.count()}</SentLast24Hours>`,
    VerifyEmailIdentity: () => '',
    ListIdentities: () => '<Identities/>',
  }

  return async (request, response) => {
    const requestId = randomUUID()
    const answer = (status: number, xml: string) =>
      response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }).end(xml)
    try {
      const form = parseQueryForm(await bodyOf(request))
      const name = form.get('Action') ?? ''
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!action) throw new SendError('InvalidAction', `The local SES endpoint does not know the action '${name}'.`)
      const result = await action(form)
      answer(
        200,
        `<${name}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${name}Result>${result}</${name}Result>` +
          `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`,
      )
    } catch (error) {
      const { code, message } =
        error instanceof SendError
          ? error
          : new SendError('InternalFailure', `The mailbox failed: ${(error as Error).message}`)
      const isOurs = code === 'InternalFailure'
      answer(
        isOurs ? 500 : 400,
        `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${isOurs ? 'Receiver' : 'Sender'}</Type>` +
          `<Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
      )
    }
  }
}

// 10 MB of message, grown by base64 and form encoding.
const MOST_BODY_BYTES = 32 * 1024 * 1024

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= MOST_BODY_BYTES) chunks.push(chunk as Buffer)
  }
  if (size > MOST_BODY_BYTES) throw new SendError('MessageRejected', 'Message length exceeds the maximum of 10 MB.')
  return Buffer.concat(chunks).toString('utf8')
}

const escapeXml = (text: string) => text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)

import type { Message } from './mail-store.ts'
import type { QueryForm } from './query-form.ts'
import { parseRaw } from './raw-message.ts'
import { SendError } from './send-error.ts'

const MOST_RECIPIENTS = 50
const MOST_BYTES = 10 * 1024 * 1024

type Unsent = Omit<Message, 'id' | 'at'>

/** The message of a `SendEmail` request. @throws SendError as SES would refuse it. */
export function readSimple(form: QueryForm): Unsent {
  const body = (kind: 'Text' | 'Html') => form.get(`Message.Body.${kind}.Data`)
  const subject = form.get('Message.Subject.Data')
  if (subject === undefined) throw nullValue('message.subject')
  if (/[\r\n]/.test(subject)) throw new SendError('InvalidParameterValue', 'Subject contains a line break.')
  if (!body('Text') && !body('Html')) throw nullValue('message.body')
  return checked({
    from: form.get('Source') ?? '',
    to: form.list('Destination.ToAddresses'),
    cc: form.list('Destination.CcAddresses'),
    bcc: form.list('Destination.BccAddresses'),
    replyTo: form.list('ReplyToAddresses'),
    subject,
    text: body('Text'),
    html: body('Html'),
    ...labels(form),
  })
}

/** The message of a `SendRawEmail` request. @throws SendError as SES would refuse it. */
export async function readRaw(form: QueryForm): Promise<Unsent> {
  const data = form.get('RawMessage.Data')
  if (!data) throw nullValue('rawMessage.data')
  const bytes = Buffer.from(data, 'base64')
  const parsed = await parseRaw(bytes)
  const destinations = form.list('Destinations')
  // As in SES: an explicit list of destinations replaces the headers' addresses for delivery.
  const recipients = destinations.length ? { to: destinations, cc: [], bcc: [] } : {}
  return checked({
    ...parsed,
    ...recipients,
    from: form.get('Source') || parsed.from,
    raw: bytes.toString('utf8'),
    ...labels(form),
  })
}

const labels = (form: QueryForm) => ({
  tags: Object.fromEntries(
    form.prefixes('Tags').map((tag) => [form.get(`${tag}.Name`) ?? '', form.get(`${tag}.Value`) ?? '']),
  ),
  configurationSet: form.get('ConfigurationSetName'),
})

function checked(message: Unsent): Unsent {
  const recipients = [...message.to, ...message.cc, ...message.bcc]
  if (!message.from) throw new SendError('InvalidParameterValue', "Missing required header 'From'.")
  if (!recipients.length) throw new SendError('InvalidParameterValue', "Missing required header 'To'.")
  if (recipients.length > MOST_RECIPIENTS) {
    throw new SendError('InvalidParameterValue', `Recipient count exceeds ${MOST_RECIPIENTS}.`)
  }
  for (const address of [message.from, ...message.replyTo, ...recipients]) checkAddress(address)
  for (const [name, value] of Object.entries(message.tags)) {
    if (![name, value].every((part) => /^[\w@.-]{1,256}$/.test(part))) {
      throw new SendError('InvalidParameterValue', `Invalid message tag: <${name}=${value}>.`)
    }
  }
  if (Buffer.byteLength(message.raw ?? `${message.subject}${message.text}${message.html}`) > MOST_BYTES) {
    throw new SendError('MessageRejected', 'Message length exceeds the maximum of 10 MB.')
  }
  return message
}

/** `a@b.example` or `Name <a@b.example>`; like SES, no further than the shape. */
function checkAddress(text: string): void {
  const address = /^[^<>\r\n]*<([^<>\r\n]*)>$/.exec(text.trim())?.[1] ?? text.trim()
  const at = address.lastIndexOf('@')
  if (at < 0 || at === address.length - 1) throw new SendError('InvalidParameterValue', "Missing final '@domain'")
  if (at === 0 || /[\s,;<>"\r\n]/.test(address) || !/^[\w-]+(\.[\w-]+)*$/.test(address.slice(at + 1))) {
    throw new SendError('InvalidParameterValue', `Illegal address: ${text}`)
  }
}

const nullValue = (path: string) =>
  new SendError(
    'ValidationError',
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  )

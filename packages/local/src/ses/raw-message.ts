import type { Message } from './mail-store.ts'

/**
 * The addresses and the subject of a MIME message, and its body when it is plain text or HTML without encoding. Multipart
 * bodies stay as they are: the mailbox shows the raw message for them.
 */
export function parseRaw(raw: string): Pick<
  Message,
  'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'subject' | 'text' | 'html'
> & {
  tags: Record<string, string>
} {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  const header = (name: string) => headers.get(name) ?? ''
  const type = header('content-type').toLowerCase()
  const isPlain = !/base64|quoted-printable/i.test(header('content-transfer-encoding'))
  const body = rest.join('\n\n')
  return {
    from: decodeWords(header('from')),
    to: addresses(header('to')),
    cc: addresses(header('cc')),
    bcc: addresses(header('bcc')),
    replyTo: addresses(header('reply-to')),
    subject: decodeWords(header('subject')),
    text: isPlain && (!type || type.startsWith('text/plain')) ? body : undefined,
    html: isPlain && type.startsWith('text/html') ? body : undefined,
    tags: {},
  }
}

/** Splits at commas outside quoted names. */
const addresses = (value: string) =>
  (value.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((part) => decodeWords(part.trim())).filter(Boolean)

/** RFC 2047 encoded words in base64 or Q encoding, UTF-8. */
const decodeWords = (value: string) =>
  value.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    encoding.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  )

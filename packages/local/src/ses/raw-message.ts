import PostalMime, { type Address } from 'postal-mime'
import type { Message } from './mail-store.ts'

type Parsed = Pick<Message, 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'subject' | 'text' | 'html'> &
  Pick<Message, 'calendar' | 'attachments'>

/** What a MIME message says: addresses, subject, its parts for readers, its calendar part, and what is attached. */
export async function parseRaw(raw: Uint8Array): Promise<Parsed> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' })
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content as string | undefined
  const attached = mail.attachments.filter(({ disposition }) => disposition === 'attachment')
  return {
    from: mail.from ? written(mail.from) : '',
    to: (mail.to ?? []).map(written),
    cc: (mail.cc ?? []).map(written),
    bcc: (mail.bcc ?? []).map(written),
    replyTo: (mail.replyTo ?? []).map(written),
    subject: mail.subject ?? '',
    // The parser ends each with a line end, the last part's own aside.
    text: mail.text?.replace(/\n$/, ''),
    html: mail.html?.replace(/\n$/, ''),
    // Lines of iCalendar end with CRLF, which the parser takes for line ends of text.
    ...(calendar !== undefined && { calendar: calendar.replace(/\r?\n/g, '\r\n') }),
    ...(attached.length > 0 && {
      attachments: attached.map(({ filename, mimeType }) => ({ name: filename ?? '(no name)', type: mimeType })),
    }),
  }
}

const written = ({ name, address = '' }: Address): string => {
  if (!name) return address
  return `${/[",;:<>@]/.test(name) ? `"${name.replaceAll('"', '')}"` : name} <${address}>`
}

import type { MailPage, Message } from '../ses/mail-store.ts'

/** Reads the mailbox of the local runtime and gives, each time, the mails that came since. */
export const openInbox = (origin: string): (() => Promise<Message[]>) => {
  const seen = new Set<string>()
  return async () => {
    const fresh: Message[] = []
    let before: number | undefined
    for (;;) {
      const query = new URLSearchParams({ limit: '100', ...(before && { before: String(before) }) })
      const page = (await (await fetch(`${origin}/mailbox.json?${query}`)).json()) as MailPage
      const unread = page.messages.filter(({ id }) => !seen.has(id))
      for (const message of unread) seen.add(message.id)
      fresh.push(...unread)
      if (unread.length < page.messages.length || page.next === undefined) return fresh.reverse()
      before = page.next
    }
  }
}

/** The tasks a mail links to, by id. */
export const tasksIn = ({ text = '' }: Message): string[] => [
  ...new Set([...text.matchAll(/\/tasks\/([^\s>)\]]+)/g)].map((match) => decodeURIComponent(match[1]!))),
]

/** The gate a mail is about, by its link. */
export const gateIn = ({ text = '' }: Message): string | undefined => /\/gates\/([A-Z]\d+)/.exec(text)?.[1]

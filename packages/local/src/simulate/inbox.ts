import { readLinkKey } from '@pilotgate/core/program/link-key'
import { everyPage } from '../seed/every-page.ts'
import type { MailPage, Message } from '../ses/mail-store.ts'
import type { World } from './world.ts'

/** What somebody learns: by a mail, or, when that was lost, from their own list of tasks. */
export type News = {
  email: string
  kind: string
  gate: string | undefined
  taskIds: string[]
  /** The keys of links that open tasks without a sign-in, by task. */
  taskKeys?: Map<string, string>
  /** The key of a referee's link, and the candidacy that a mail links to. */
  referenceKey?: string | undefined
  candidacyId?: string | undefined
  /** When they learn it, epoch milliseconds, on the full hour. */
  at: number
}

export type Inbox = {
  /** The mails that came since the last time. */
  fresh(): Promise<News[]>
  /** What mails told that were lost, each once: an outage cut off their delivery. */
  lost(world: World): Promise<News[]>
}

/** Minutes that a delivery was held up make nobody act at another time: runs that were disturbed stay comparable. */
const onTheHour = (at: number): number => at - (at % (60 * 60 * 1000))

/** Reads the mailbox of the local runtime. Each call may break off and be repeated: nothing is taken for read before all of it is. */
export const openInbox = (origin: string): Inbox => {
  const seen = new Set<string>()
  const mailIds = new Set<string>()
  const givenUp = new Set<string>()

  const fresh = async (): Promise<News[]> => {
    const found: Message[] = []
    let before: number | undefined
    for (;;) {
      // Most turns bring no mail: the newest alone tells so.
      const query = new URLSearchParams(before ? { limit: '100', before: String(before) } : { limit: '1' })
      const page = (await (await fetch(`${origin}/mailbox.json?${query}`)).json()) as MailPage
      const unread = page.messages.filter(({ id }) => !seen.has(id))
      found.push(...unread)
      if (unread.length < page.messages.length || page.next === undefined) break
      before = page.next
    }
    for (const { id, tags } of found) {
      seen.add(id)
      mailIds.add(tags.mailId!)
    }
    return found.reverse().map(newsOf)
  }

  /**
   * The ledger knows which mails were claimed and never marked as sent; those that the mailbox lacks were lost. Their readers find
   * what there is to do in their own task lists.
   */
  const lost = async ({ owner, programId, signIn }: World): Promise<News[]> => {
    const path = { programId }
    const rows = await everyPage((cursor) => owner('listMails', { path, query: { limit: 100, ...cursor } }))
    const missing = rows.filter(
      ({ mailId, status }) => status === 'unknown' && !givenUp.has(mailId) && !mailIds.has(asTag(mailId)),
    )
    const news: News[] = []
    for (const { to: email, kind, gate, claimedAt } of missing) {
      const reader = await signIn(email)
      const tasks = await everyPage((cursor) =>
        reader('listTasks', { path, query: { mine: true, gate, status: 'open', limit: 100, ...cursor } }),
      )
      const taskIds = tasks
        .filter((task) => task.kind === 'attest' || task.kind === 'do' || task.kind === 'select')
        .map(({ taskId }) => taskId)
      news.push({ email, kind, gate, taskIds, at: onTheHour(Date.parse(claimedAt)) })
    }
    for (const { mailId } of missing) givenUp.add(mailId)
    return news
  }

  return { fresh, lost }
}

/** A ledger id as SES takes it in a tag. */
export const asTag = (mailId: string): string => mailId.replaceAll(/[^A-Za-z0-9_-]/g, '_')

const newsOf = ({ to, tags, text = '', at }: Message): News => {
  const ids = [...text.matchAll(/\/tasks\/([^\s>)\]]+)/g)].map((found) => decodeURIComponent(found[1]!))
  const keys = [...text.matchAll(/\/task#([\w-]+)/g)].map((found) => found[1]!)
  const taskKeys = new Map(keys.map((key) => [readLinkKey(key)!.id, key]))
  return {
    email: to[0]!,
    kind: tags.kind ?? '',
    gate: /\/gates\/([A-Z]\d+)/.exec(text)?.[1],
    taskIds: [...new Set([...ids, ...taskKeys.keys()])],
    taskKeys,
    referenceKey: /\/reference#([\w-]+)/.exec(text)?.[1],
    candidacyId: /\/candidacies\/([\w.]+\w)/.exec(text)?.[1],
    at: onTheHour(at),
  }
}

import { everyPage } from '../../seed/every-page.ts'
import type { MailPage, Message } from '../../ses/mail-store.ts'
import { asTag } from '../inbox.ts'
import type { Pilot } from '../simulate.ts'

/** What a pilot leaves behind, without ids and times of the run, so that two runs of one seed can be compared. */
export type FinalRecord = {
  status: string
  result: string
  executions: string[]
  historyEvents: number
  /** Gate, outcome, value, decision, decided by. */
  weeks: string[]
  /** Gate, round, what for, whose, and how it ended. */
  tasks: string[]
  /** Occasion and recipient of each mail that was due. */
  mails: string[]
}

/** How the mails fared: by status of the ledger, how many are lost, and ids that the mailbox holds more than once. */
export type MailCount = {
  sent: number
  unknown: number
  claimed: number
  refused: number
  lost: number
  twice: string[]
}

export const finalRecord = async ({ owner, programId }: Pilot): Promise<FinalRecord> => {
  const path = { programId }
  const program = await owner('getProgram', { path })
  const { weeks } = await owner('getTimeline', { path })
  const executions = (await owner('listExecutions', { path })).items
  const history = await everyPage((cursor) => owner('getExecutionHistory', { path, query: { limit: 1000, ...cursor } }))
  const people = await everyPage((cursor) => owner('listPeople', { path, query: { limit: 100, ...cursor } }))
  const emails = new Map(people.map(({ personId, email }) => [personId, email]))
  const tasks = await everyPage((cursor) => owner('listTasks', { path, query: { limit: 100, ...cursor } }))
  const mails = await everyPage((cursor) => owner('listMails', { path, query: { limit: 100, ...cursor } }))
  const withoutIds = (id: string) =>
    id
      .split('.')
      .map((part) => emails.get(part) ?? part)
      .join('.')
  return {
    status: program.status,
    result: program.result ?? '',
    executions: executions.map(({ status }) => status),
    historyEvents: history.length,
    weeks: weeks.map(({ gate, outcome, value, decision, decidedBy }) =>
      [gate, outcome, value, decision, decidedBy].join(' | '),
    ),
    tasks: tasks.map((task) => `${withoutIds(task.taskId)} ${task.status}`).sort(),
    mails: mails.map(({ mailId }) => withoutIds(mailId)).sort(),
  }
}

export const countMails = async (origin: string, { owner, programId }: Pilot): Promise<MailCount> => {
  const path = { programId }
  const ledger = await everyPage((cursor) => owner('listMails', { path, query: { limit: 100, ...cursor } }))
  const held = (await everyMessage(origin)).map(({ tags }) => tags.mailId!)
  const inMailbox = new Set(held)
  const count = { sent: 0, unknown: 0, claimed: 0, refused: 0 }
  for (const { status } of ledger) count[status] += 1
  return {
    ...count,
    lost: ledger.filter(({ mailId }) => !inMailbox.has(asTag(mailId))).length,
    twice: held.filter((mailId, index) => held.indexOf(mailId) !== index),
  }
}

const everyMessage = async (origin: string): Promise<Message[]> => {
  const all: Message[] = []
  let before: number | undefined
  do {
    const query = new URLSearchParams({ limit: '500', ...(before && { before: String(before) }) })
    const page = (await (await fetch(`${origin}/mailbox.json?${query}`)).json()) as MailPage
    all.push(...page.messages)
    before = page.next
  } while (before !== undefined)
  return all
}

import { everyPage } from '../seed/every-page.ts'
import type { Pilot } from './simulate.ts'

/** The machine-readable result of a simulated pilot. */
export type Report = {
  weeks: {
    gate: string
    criterion: string
    outcome: string
    value: string
    decision: string
    decidedBy: string
    mails: number
  }[]
  mails: number
  historyEvents: number
  wallSeconds: number
  decision: string
}

/** Gathers what a pilot ended with from the public API. */
export const reportOn = async ({ owner, programId }: Pilot, wallSeconds: number): Promise<Report> => {
  const path = { programId }
  const timeline = await owner('getTimeline', { path })
  const mails = await everyPage((cursor) => owner('listMails', { path, query: { limit: 100, ...cursor } }))
  const history = await everyPage((cursor) => owner('getExecutionHistory', { path, query: { limit: 1000, ...cursor } }))
  const program = await owner('getProgram', { path })
  const sent = mails.filter(({ status }) => status === 'sent')
  return {
    weeks: timeline.weeks.map(({ gate, criterion, outcome, value, decision, decidedBy }) => ({
      gate,
      criterion,
      outcome: outcome ?? '',
      value: value ?? '',
      decision: decision ?? '',
      decidedBy: decidedBy ?? '',
      mails: sent.filter((mail) => mail.gate === gate).length,
    })),
    mails: sent.length,
    historyEvents: history.length,
    wallSeconds,
    decision: program.result ?? program.status,
  }
}

const columns = [
  ['gate', 4],
  ['criterion', 46],
  ['value', 22],
  ['outcome', 12],
  ['decision', 11],
  ['decidedBy', 36],
  ['mails', 5],
] as const

const cell = (text: string, width: number) =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)

/** The report as a table for people. */
export const tableOf = (report: Report): string => {
  const head = columns.map(([name, width]) => cell(name === 'decidedBy' ? 'decided by' : name, width)).join('  ')
  const rows = report.weeks.map((week) => columns.map(([name, width]) => cell(String(week[name]), width)).join('  '))
  return [head, '-'.repeat(head.length), ...rows].join('\n')
}

import type { programView, timelineWeek } from '@pilotgate/contracts/program/views'
import type { z } from 'zod'
import { calendarDay, dayOf, moment } from '../when/when.ts'

type Program = z.output<typeof programView>
export type Week = z.output<typeof timelineWeek>

/** What a program waits for: a sentence, what is meant by it, and the page where one goes on. */
export type Waiting = {
  says: string
  more?: string
  /** `done`: nothing is waited for any more. */
  kind: 'person' | 'time' | 'halted' | 'done'
  week?: Week
  go?: { text: string; page: string; primary: boolean }
}

type Reader = { roles: readonly string[]; may: (action: 'vote on gates' | 'decide gates') => boolean }

/** The week a program is at; none before the start. */
export const currentWeek = (program: Pick<Program, 'currentGate'>, weeks: Week[]): Week | undefined =>
  weeks.find(({ gate }) => gate === program.currentGate)

/** What a program waits for now, in words for the person who reads. */
export const waitingNow = (program: Program, weeks: Week[], reader: Reader): Waiting => {
  const last = program.history.at(-1)
  const week = currentWeek(program, weeks)
  switch (program.status) {
    case 'draft':
      return {
        kind: 'halted',
        says: `The program has not been started. Its week 1 begins on ${calendarDay(program.startDate)}.`,
        more: 'Before the start it needs its people, the legal sign-off where the template asks for it, and a start date that is not past.',
      }
    case 'paused':
      return {
        kind: 'halted',
        week,
        says: `The program is paused${last ? ` since ${moment(last.at, program.zone)}` : ''}.`,
        more: `${last?.action === 'pause' ? `${sentence(last.reason)} ` : ''}Nothing is opened or checked until it is resumed; a pause of 90 days ends the program.`,
      }
    case 'stopped':
      return {
        kind: 'done',
        says: `The program was stopped${last ? ` on ${dayOf(last.at, program.zone)}` : ''}.`,
        more: last?.action === 'stop' ? sentence(last.reason) : undefined,
      }
    case 'completed':
      return {
        kind: 'done',
        says: `The program is complete${program.result ? `: ${program.result}` : ''}.`,
      }
    case 'running':
      return week
        ? waitingAt(week, program.zone, reader)
        : { kind: 'time', says: 'The program is running; no week has been planned yet.' }
  }
}

const waitingAt = (week: Week, zone: string, { roles, may }: Reader): Waiting => {
  const { gate, title } = week
  const page = `/gates/${gate}`
  const look = { text: `Look at gate ${gate}`, page, primary: false }
  const came = week.outcome ? ` Its check came out as ${week.outcome}${week.value ? ` (${week.value})` : ''}.` : ''
  switch (week.status) {
    case 'planned':
      return { kind: 'time', week, go: look, says: `Week ${week.week}, ${title}, opens ${moment(week.opensAt, zone)}.` }
    case 'open':
      return {
        ...{ kind: 'time', week, go: { ...look, text: `See what gate ${gate} still needs` } },
        says: `Week ${week.week}, ${title}, is under way. Gate ${gate} is checked ${moment(week.checksAt, zone)}.`,
      }
    case 'rechecking':
      return {
        ...{ kind: 'time', week, go: look },
        says: `Gate ${gate}, ${title}, is being put right and will be checked again.${came}`,
        more: rechecked(week),
      }
    case 'awaiting owner': {
      const mine = roles.includes('program owner') && may('decide gates')
      return {
        ...{ kind: 'person', week },
        says: `Gate ${gate}, ${title}, waits for ${mine ? 'your decision' : 'the decision of the program owner'}.${came}`,
        go: mine ? { text: `Decide gate ${gate}`, page, primary: true } : look,
      }
    }
    case 'awaiting steering': {
      const mine = may('vote on gates')
      return {
        ...{ kind: 'person', week },
        says: `Gate ${gate}, ${title}, waits for the steering committee.${came}`,
        more: votesIn(week),
        go: mine ? { text: `Vote on gate ${gate}`, page, primary: true } : look,
      }
    }
    case 'closed':
      return {
        kind: 'time',
        week,
        go: look,
        says: `Gate ${gate}, ${title}, is closed; the next week is being planned.`,
      }
  }
}

const rechecked = ({ waitsFor }: Week): string | undefined => {
  const date = /\d{4}-\d\d-\d\d/.exec(waitsFor ?? '')?.[0]
  return date && `The recheck is on ${calendarDay(date)}.`
}

const votesIn = ({ waitsFor }: Week): string | undefined => {
  const votes = /(\d+) votes/.exec(waitsFor ?? '')?.[1]
  if (votes === undefined) return undefined
  return votes === '1' ? '1 vote is in.' : `${votes === '0' ? 'No' : votes} votes are in.`
}

/** What people wrote, closed with a full stop. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

import type { NewEvent } from '../../events.ts'
import { instrumentQuestions } from '../instruments/question-bank/question-ids.ts'
import { dayOfDate, type LocalDays, localDays, weekInQuarter } from './local-days.ts'
import type { ContributionRecord, Counters } from './rollup-record.ts'

/** The kinds of rows that KPIs are counted from. */
export const contributionKinds = [
  'engagement',
  'session',
  'action',
  'sponsor-action',
  'blocker',
  'response',
  'reading',
] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** What one row adds to the counters of weeks, as of its `revision`; `id` is `KIND.ROW`. */
export type Contribution = Pick<ContributionRecord, 'id' | 'revision' | 'engagementId' | 'cohort' | 'shares'>
type Share = Contribution['shares'][number]

/** Events that tell the whole state of a row behind the KPIs. */
export const measuredTypes = [
  'engagement.changed',
  'session.changed',
  'action.changed',
  'sponsor-action.changed',
  'blocker.changed',
  'response.recorded',
  'reading.recorded',
] as const
export type MeasuredEvent = Extract<NewEvent, { type: (typeof measuredTypes)[number] }>

/** Local days after which an action item is due for K2, and within which it counts as completed for K6. */
const promptDays = 14
const conversionDays = 90

/** Readings have up to three decimals and are counted in thousandths, so that sums stay whole and exact. */
export const thousandths = 1000

/** The id of what a row contributes. */
const contributionId = (kind: ContributionKind, rowId: string): string => `${kind}.${rowId}`

/**
 * What the row an event tells of adds to the counters (domain §8): pure, and by local weeks of the program's zone. `undefined` for
 * events that no KPI is counted from. Counters: docs/kpis.md.
 */
export const contributionOf = (event: NewEvent, zone: string): Contribution | undefined => {
  const days = localDays(zone)
  switch (event.type) {
    case 'engagement.changed':
      return of(event, 'engagement', event.engagementId, engagementShares(event, days))
    case 'session.changed':
      return of(event, 'session', event.sessionId, sessionShares(event, days))
    case 'action.changed':
      return of(event, 'action', event.actionId, actionShares(event, days))
    case 'sponsor-action.changed':
      return of(event, 'sponsor-action', event.sponsorActionId, sponsorShares(event, days))
    case 'blocker.changed':
      return of(event, 'blocker', event.blockerId, blockerShares(event, days))
    case 'response.recorded': {
      const counters = responseCounters(event)
      if (!counters) return undefined
      return of(event, 'response', event.responseId, [{ week: days.weekOf(days.dayOf(event.at)), counters }])
    }
    case 'reading.recorded':
      return of(event, 'reading', event.readingId, readingShares(event))
    default:
      return undefined
  }
}

type Told<T extends MeasuredEvent['type']> = Extract<MeasuredEvent, { type: T }>

const of = (event: MeasuredEvent, kind: ContributionKind, rowId: string, shares: Share[]): Contribution => ({
  id: contributionId(kind, rowId),
  revision: event.revision,
  engagementId: event.engagementId,
  cohort: cohortOf(event),
  shares,
})

/** The service of an engagement; its id ends with it where the event does not say (`PERSON.R001.coach`, `….coach.2`). */
const cohortOf = (event: MeasuredEvent): 'coach' | 'mentor' | undefined => {
  if ('service' in event) return event.service
  const service = event.engagementId && /\.(coach|mentor)(\.\d+)?$/.exec(event.engagementId)?.[1]
  return service ? (service as 'coach' | 'mentor') : undefined
}

const engagementShares = (event: Told<'engagement.changed'>, days: LocalDays): Share[] => {
  const { service, endReason } = event
  const counters: Counters = { 'engagements.begun': 1 }
  if (endReason === 'reassigned') counters['engagements.reassigned'] = 1
  if (service === 'mentor') {
    counters['mentoring.begun'] = 1
    if (endReason !== 'reassigned' && endReason !== 'withdrawn') counters['mentoring.kept'] = 1
  }
  return [{ week: days.weekOf(days.dayOf(event.publishedAt)), counters }]
}

const sessionShares = ({ startsAt, status, rating }: Told<'session.changed'>, days: LocalDays): Share[] => {
  if (status === 'cancelled') return []
  const counters: Counters = { 'sessions.scheduled': 1 }
  if (status === 'attended') counters['sessions.completed'] = 1
  if (rating !== undefined) counters[`rating.${rating}`] = 1
  return [{ week: days.weekOf(days.dayOf(startsAt)), counters }]
}

const actionShares = (event: Told<'action.changed'>, days: LocalDays): Share[] => {
  const logged = days.dayOf(event.loggedAt)
  const due = dayOfDate(event.dueOn)
  const done = event.status === 'done' && event.doneAt !== undefined ? days.dayOf(event.doneAt) : Infinity
  const shares = [
    share(days.weekOf(logged), 'actions.logged', 'actions.completed', done <= logged + conversionDays),
    share(days.weekOf(logged + promptDays), 'actions.ripe', 'actions.prompt', done <= logged + promptDays),
  ]
  if (event.kind === 'team commitment') {
    shares.push(share(days.weekOf(due), 'commitments.due', 'commitments.kept', done <= due))
  }
  return merged(shares)
}

const sponsorShares = ({ loggedAt, status }: Told<'sponsor-action.changed'>, days: LocalDays): Share[] => [
  share(
    days.weekOf(days.dayOf(loggedAt)),
    'sponsor.logged',
    'sponsor.completed',
    status === 'done' || status === 'confirmed',
  ),
]

const blockerShares = (event: Told<'blocker.changed'>, days: LocalDays): Share[] => {
  const { raisedAt, status, resolvedAt } = event
  if (status !== 'resolved' || resolvedAt === undefined) return []
  const counters: Counters = { 'blockers.resolved': 1 }
  const minutes = Math.round((Date.parse(resolvedAt) - Date.parse(raisedAt)) / 60_000)
  if (minutes > 0) counters['blockers.minutes'] = minutes
  return [{ week: days.weekOf(days.dayOf(resolvedAt)), counters }]
}

const responseCounters = ({ instrument, relation, ratings }: Told<'response.recorded'>): Counters | undefined => {
  const counters: Counters = {}
  const add = (name: string, amount: number) => {
    counters[name] = (counters[name] ?? 0) + amount
  }
  switch (instrument) {
    case 'pulse':
      for (const question of instrumentQuestions.pulse) {
        if (ratings[question] !== undefined) add(`pulse.${ratings[question]}`, 1)
      }
      return counters
    case 'rating': {
      const rating = ratings[instrumentQuestions.rating]
      if (rating !== undefined) add(`rating.${rating}`, 1)
      return counters
    }
    case 'baseline-360':
    case 'follow-up-360': {
      const who = `${instrument}.${relation === 'self' ? 'self' : 'others'}`
      for (const rating of Object.values(ratings)) {
        add(`${who}.sum`, rating)
        add(`${who}.count`, 1)
      }
      return counters
    }
    default:
      return undefined
  }
}

const readingShares = ({ kpi, group, on, part, whole }: Told<'reading.recorded'>): Share[] => {
  const counters: Counters = {}
  const [parts, wholes] = [Math.round(part * thousandths), Math.round(whole * thousandths)]
  if (parts !== 0) counters[`${kpi}.${group}.part`] = parts
  if (wholes !== 0) counters[`${kpi}.${group}.whole`] = wholes
  return [{ week: weekInQuarter(dayOfDate(on)), counters }]
}

const share = (week: string, whole: string, part: string, counts: boolean): Share => ({
  week,
  counters: counts ? { [whole]: 1, [part]: 1 } : { [whole]: 1 },
})

/** Each week once. The shares of one row have no counter in common. */
const merged = (shares: Share[]): Share[] => {
  const weeks: Share[] = []
  for (const { week, counters } of shares) {
    const same = weeks.find((each) => each.week === week)
    if (same) Object.assign(same.counters, counters)
    else weeks.push({ week, counters })
  }
  return weeks
}

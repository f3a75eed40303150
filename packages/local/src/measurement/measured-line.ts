import { event as anyEvent } from '@pilotgate/core/events'
import { type MeasuredEvent, measuredTypes } from '@pilotgate/core/measurement/kpis/contribution'
import { readingNumberProblems } from '@pilotgate/core/measurement/readings/check-reading'
import type { z } from 'zod'

/** What a line of a file of events is. */
export type Line =
  | { kind: 'event'; event: MeasuredEvent }
  | { kind: 'skipped'; type: string }
  | { kind: 'invalid'; problem: string }

const schemas = new Map<string, z.ZodType>(anyEvent.options.map((option) => [option.shape.type.value, option]))
const measured: ReadonlySet<string> = new Set(measuredTypes)

const invalid = (problem: string): Line => ({ kind: 'invalid', problem })

/** Reads a line: an event that KPIs are counted from, one that they are not, or what is wrong with it. */
export const readLine = (text: string): Line => {
  let value: { type?: unknown }
  try {
    value = JSON.parse(text) as { type?: unknown }
  } catch (error) {
    return invalid(`Not JSON: ${(error as Error).message}`)
  }
  if (typeof value?.type !== 'string') return invalid('Not an event: it has no "type".')
  if (!measured.has(value.type)) return { kind: 'skipped', type: value.type }
  const parsed = schemas.get(value.type)!.safeParse(value)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return invalid(`${value.type}: ${path.length > 0 ? `"${path.join('.')}" ` : ''}${message}`)
  }
  const event = parsed.data as MeasuredEvent
  const problem = impossible(event)
  return problem ? invalid(`${event.type}: ${problem}`) : { kind: 'event', event }
}

const isRating = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 5
const notARating = (name: string, value: number) => `"${name}" is ${value}; a rating is a whole number from 1 to 5.`

/** What the shape of an event allows and no row of the platform can say. */
const impossible = (event: MeasuredEvent): string | undefined => {
  const { revision } = event
  if (!Number.isInteger(revision) || revision < 1) return `"revision" is ${revision}; it counts from 1.`
  switch (event.type) {
    case 'session.changed':
      return event.rating === undefined || isRating(event.rating) ? undefined : notARating('rating', event.rating)
    case 'response.recorded': {
      const wrong = Object.entries(event.ratings).find(([, rating]) => !isRating(rating))
      return wrong && notARating(`ratings.${wrong[0]}`, wrong[1])
    }
    case 'action.changed':
      if (event.status !== 'done') return undefined
      if (event.doneAt === undefined) return '"doneAt" is missing; the action is done.'
      return before(event, 'doneAt', 'loggedAt')
    case 'blocker.changed':
      if (event.status !== 'resolved') return undefined
      if (event.resolvedAt === undefined) return '"resolvedAt" is missing; the blocker is resolved.'
      return before(event, 'resolvedAt', 'raisedAt')
    case 'reading.recorded': {
      const [problem] = readingNumberProblems(event)
      return problem && `"${problem.field}" ${problem.problem}`
    }
    default:
      return undefined
  }
}

const before = <T extends object>(event: T, later: keyof T & string, earlier: keyof T & string): string | undefined =>
  Date.parse(event[later] as string) < Date.parse(event[earlier] as string)
    ? `"${later}" lies before "${earlier}".`
    : undefined

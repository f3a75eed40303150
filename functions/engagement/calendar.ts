import { createHash } from 'node:crypto'
import { container } from '@pilotgate/aws/container'
import type { calendarRoutes } from '@pilotgate/contracts/engagement/calendar-routes'
import {
  type CalendarFeed,
  makeFeed,
  openFeed,
  readFeed,
  removeFeed,
} from '@pilotgate/core/engagement/invitations/calendar-feed'
import { feedSessions } from '@pilotgate/core/engagement/invitations/feed-sessions'
import { organiserOf } from '@pilotgate/core/engagement/invitations/organiser'
import { uidOf } from '@pilotgate/core/engagement/invitations/session-uid'
import { feedCalendar } from '@pilotgate/emails/engagement/session-calendar'
import type { RoutesOf } from '../lib/http/api.ts'

type Handlers = Pick<RoutesOf<'engagement/api'>, keyof typeof calendarRoutes>

/** Some calendars take an address for a calendar by its ending only; the key is good with and without it. */
const ending = '.ics'

const view = (feed: CalendarFeed | undefined) =>
  feed ? { url: `${container().config.PUBLIC_URL}/v1/calendars/${feed.key}${ending}`, createdAt: feed.createdAt } : {}

/** The routes of calendars to subscribe to. */
export const calendarHandlers: Handlers = {
  readCalendarFeed: async ({ work, caller }) => view(await readFeed(work.store, caller)),
  makeCalendarFeed: async ({ work, caller }) => view(await makeFeed(work, caller)),
  removeCalendarFeed: async ({ work, caller }) => {
    await removeFeed(work, caller)
    return {}
  },
  readCalendar: async ({ work, path, raw }) => {
    const key = path.key!.endsWith(ending) ? path.key!.slice(0, -ending.length) : path.key!
    const sessions = await feedSessions(work.store, await openFeed(work.store, key), work.now)
    const { PUBLIC_URL: href, MAIL_FROM } = container().config
    const organiser = organiserOf(MAIL_FROM)
    const entries = await Promise.all(
      sessions.map(async (session) => ({ uid: await uidOf(session, organiser.domain), session })),
    )
    const etag = etagOf(entries.map(({ uid, session }) => [uid, session.sequence, session.status]))
    const headers = { 'cache-control': 'private, max-age=300', etag }
    if (raw.headers['if-none-match'] === etag) return { status: 304, headers }
    const body = feedCalendar(entries, { organiser, href, now: work.now })
    return { status: 200, headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' }, body }
  },
}

/** Weak: two answers with the same sessions differ in the moment that they were written. */
const etagOf = (state: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)}"`

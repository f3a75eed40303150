import { z } from 'zod'
import { defineRoutes } from '../route.ts'

const own = { function: 'engagement/api', tag: 'Calendar', action: 'list programs' } as const
const feed = z.object({
  url: z
    .string()
    .optional()
    .meta({ description: 'The address to subscribe to; keep it to yourself. Absent: none was made.' }),
  createdAt: z.string().optional(),
})

/** A person's own sessions, to subscribe to with any calendar (E9). */
export const calendarRoutes = defineRoutes({
  readCalendarFeed: {
    ...own,
    method: 'GET',
    path: '/v1/me/calendar-feed',
    summary: 'The private address of your calendar, if you made one',
    output: feed,
  },
  makeCalendarFeed: {
    ...own,
    method: 'POST',
    path: '/v1/me/calendar-feed',
    summary: 'Make a private address of your calendar; one made before stops working',
    output: feed,
  },
  removeCalendarFeed: {
    ...own,
    method: 'DELETE',
    path: '/v1/me/calendar-feed',
    summary: 'Take the address of your calendar away',
    output: feed,
  },
  readCalendar: {
    method: 'GET',
    path: '/v1/calendars/{key}',
    function: 'engagement/api',
    tag: 'Calendar',
    action: 'public',
    raw: true,
    produces: 'text/calendar',
    summary: 'A calendar to subscribe to; the key in its address is the permission',
    description: 'iCalendar (RFC 5545), in neutral words: no names of programs, no goals.',
    output: z.string(),
  },
})

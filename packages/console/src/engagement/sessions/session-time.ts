import { form, instant } from '../schemas.ts'

/** When a session is. */
export const sessionTime = form(
  {
    startsAt: instant('Start'),
    minutes: { type: 'integer', title: 'Length', minimum: 15, maximum: 240 },
  },
  ['minutes'],
)
export const sessionTimeHints = { minutes: { unit: 'minutes' } }

export type SessionTime = { startsAt: string; minutes?: number }

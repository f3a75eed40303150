import type { RouteObject } from 'react-router'

/** The pages of this stage inside a program. */
export const engagementPages: RouteObject[] = [
  { path: 'engagements', lazy: () => import('./list/engagements-page.tsx') },
  { path: 'engagements/:engagementId', lazy: () => import('./engagement-page.tsx') },
  { path: 'engagements/:engagementId/sessions/:sessionId', lazy: () => import('./sessions/session-page.tsx') },
  { path: 'escalations', lazy: () => import('./escalations/escalations-page.tsx') },
  { path: 'escalations/:escalationId', lazy: () => import('./escalations/escalation-page.tsx') },
  { path: 'action-items', lazy: () => import('./actions/action-items-page.tsx') },
]

/** The pages of this stage above all programs. */
export const calendarPages: RouteObject[] = [{ path: 'calendar', lazy: () => import('./calendar-page.tsx') }]

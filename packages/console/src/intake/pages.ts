import type { RouteObject } from 'react-router'

/** The pages of this stage inside a program. */
export const intakePages: RouteObject[] = [
  { path: 'intake', lazy: () => import('./cohort-page.tsx') },
  { path: 'intake/:personId', lazy: () => import('./intake-page.tsx') },
]

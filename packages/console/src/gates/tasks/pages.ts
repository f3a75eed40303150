import type { RouteObject } from 'react-router'

/** The pages of tasks inside a program. */
export const taskPages: RouteObject[] = [
  { path: 'tasks', lazy: () => import('./tasks-page.tsx') },
  { path: 'tasks/:taskId', lazy: () => import('./task-page.tsx') },
]

/** Pages that a mail's link opens without a sign-in. */
export const openTaskPages: RouteObject[] = [{ path: 'task', lazy: () => import('./task-link-page.tsx') }]

import type { RouteObject } from 'react-router'

/** The pages of this stage inside a program. */
export const gatePages: RouteObject[] = [
  { path: 'gates', lazy: () => import('./gates-page.tsx') },
  { path: 'gates/:gate', lazy: () => import('./gate-page.tsx') },
  { path: 'steering', lazy: () => import('./steering-page.tsx') },
  { path: 'packs/:packId', lazy: () => import('./pack-page.tsx') },
  { path: 'mails', lazy: () => import('./mails-page.tsx') },
  { path: 'audit', lazy: () => import('./audit-page.tsx') },
]

/** The pages of this stage above all programs. */
export const auditPages: RouteObject[] = [{ path: 'audit', lazy: () => import('./organisation-audit-page.tsx') }]

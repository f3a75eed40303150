import { type RouteObject, redirect } from 'react-router'

/** The pages above all programs. */
export const organisationPages: RouteObject[] = [
  { index: true, loader: () => redirect('/programs') },
  { path: 'programs', lazy: () => import('./programs-page.tsx') },
  { path: 'programs/new', lazy: () => import('./create-page.tsx') },
  { path: 'programs/new/sample', lazy: () => import('./create-sample-page.tsx') },
  { path: 'templates', lazy: () => import('./templates-page.tsx') },
  { path: 'templates/:templateId', lazy: () => import('./template-page.tsx') },
  { path: 'templates/:templateId/edit', lazy: () => import('./template-edit-page.tsx') },
  { path: 'templates/:templateId/copy', lazy: () => import('./template-copy-page.tsx') },
  { path: 'connections', lazy: () => import('./connections-page.tsx') },
  { path: 'connections/new', lazy: () => import('./connection-new-page.tsx') },
  { path: 'connections/:connectionId', lazy: () => import('./connection-page.tsx') },
  { path: 'webhooks', lazy: () => import('./webhooks-page.tsx') },
  { path: 'webhooks/:webhookId', lazy: () => import('./webhook-page.tsx') },
]

/** The pages of this stage inside a program. */
export const programPages: RouteObject[] = [
  { index: true, lazy: () => import('./overview-page.tsx') },
  { path: 'machine', lazy: () => import('./machine-page.tsx') },
  { path: 'settings', lazy: () => import('./settings-page.tsx') },
  { path: 'people', lazy: () => import('./people-page.tsx') },
  { path: 'people/import', lazy: () => import('./people-import-page.tsx') },
  { path: 'people/:personId', lazy: () => import('./people-person-page.tsx') },
]

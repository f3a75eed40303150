import type { RouteObject } from 'react-router'

/** The pages of this stage inside a program. */
export const measurementPages: RouteObject[] = [
  { path: 'kpis', lazy: () => import('./kpis/kpis-page.tsx') },
  { path: 'kpis/map', lazy: () => import('./kpis/map-page.tsx') },
  { path: 'kpis/:kpi', lazy: () => import('./kpis/kpi-page.tsx') },
  { path: 'instruments', lazy: () => import('./instruments/instruments-page.tsx') },
  { path: 'raters/:personId', lazy: () => import('./instruments/raters-page.tsx') },
  { path: 'my-360', lazy: () => import('./instruments/own-360-page.tsx') },
  { path: 'impact', lazy: () => import('./impact/impact-page.tsx') },
  { path: 'impact/new', lazy: () => import('./impact/impact-new-page.tsx') },
  { path: 'impact/:impactId', lazy: () => import('./impact/impact-report-page.tsx') },
  { path: 'impact/roi/new', lazy: () => import('./roi/roi-new-page.tsx') },
  { path: 'impact/roi/:roiId', lazy: () => import('./roi/roi-page.tsx') },
  { path: 'deliverables', lazy: () => import('./deliverables/deliverables-page.tsx') },
  { path: 'deliverables/new/:kind', lazy: () => import('./deliverables/deliverable-new-page.tsx') },
  { path: 'deliverables/:deliverableId', lazy: () => import('./deliverables/deliverable-page.tsx') },
  { path: 'deliverables/:deliverableId/edit', lazy: () => import('./deliverables/deliverable-edit-page.tsx') },
]

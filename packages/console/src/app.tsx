import { QueryClientProvider } from '@tanstack/react-query'
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router'
import { queryClient } from './api/queries.ts'
import { calendarPages, engagementPages } from './engagement/pages.ts'
import { Loading } from './frame/loading.tsx'
import { Notices } from './frame/notices.tsx'
import { PageFailed } from './frame/page-failed.tsx'
import { auditPages, gatePages } from './gates/pages.ts'
import { openTaskPages, taskPages } from './gates/tasks/pages.ts'
import { intakePages } from './intake/pages.ts'
import { matchingPages } from './matching/pages.ts'
import { measurementPages } from './measurement/pages.ts'
import { organisationPages, programPages } from './program/pages.ts'
import { openSelectionPages, selectionPages } from './selection/pages.ts'

/** Pages inside a program: `/programs/{programId}/…`. */
const insideProgram: RouteObject = {
  path: 'programs/:programId',
  lazy: () => import('./program/inside-program.tsx'),
  children: [
    ...programPages,
    ...intakePages,
    ...selectionPages,
    ...matchingPages,
    ...engagementPages,
    ...measurementPages,
    ...gatePages,
    ...taskPages,
  ],
}

const router = createBrowserRouter([
  {
    errorElement: <PageFailed />,
    hydrateFallbackElement: <Loading what="the page" />,
    children: [
      // For people who come from a mail: its link is their permission.
      ...openTaskPages,
      ...openSelectionPages,
      { path: 'signed-in', lazy: () => import('./sign-in/signed-in-page.tsx') },
      { path: 'switch', lazy: () => import('./sign-in/switch-page.tsx') },
      {
        lazy: () => import('./frame/signed-in-frame.tsx'),
        children: [
          {
            errorElement: <PageFailed />,
            children: [
              ...organisationPages,
              ...calendarPages,
              ...auditPages,
              insideProgram,
              { path: '*', lazy: () => import('./frame/nothing-here.tsx') },
            ],
          },
        ],
      },
    ],
  },
])

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Notices>
      <RouterProvider router={router} />
    </Notices>
  </QueryClientProvider>
)

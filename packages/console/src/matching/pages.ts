import { type Params, type RouteObject, redirect } from 'react-router'

/** Another address of a page of the program. */
const alias = (path: string, to: (params: Params<string>) => string): RouteObject => ({
  path,
  loader: ({ params }) => redirect(`/programs/${params.programId}/${to(params)}`),
  element: null,
})

/** The pages of this stage inside a program. */
export const matchingPages: RouteObject[] = [
  { path: 'matching', lazy: () => import('./workbench-page.tsx') },
  { path: 'matching/reports', lazy: () => import('./reports-page.tsx') },
  { path: 'matching/:matchId', lazy: () => import('./match-page.tsx') },
  { path: 'capacity', lazy: () => import('./capacity-page.tsx') },
  { path: 'matches/mine', lazy: () => import('./my-matches-page.tsx') },
  { path: 'providers/me', lazy: () => import('./own-profile-page.tsx') },
  // Addresses that mails carry.
  alias('matches', () => 'matching'),
  alias('matches/:matchId', ({ matchId }) => `matching/${matchId}`),
  alias('own-matches', () => 'matches/mine'),
]

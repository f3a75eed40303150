import { type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router'

/** The pages of this stage inside a program. */
export const selectionPages: RouteObject[] = [
  { path: 'candidacies', lazy: () => import('./board-page.tsx') },
  { path: 'candidacies/:candidacyId', lazy: () => import('./candidacy-page.tsx') },
  { path: 'supervision', lazy: () => import('./supervision-page.tsx') },
  { path: 'supervision/credentials/:credentialId', lazy: () => import('./credential-page.tsx') },
  { path: 'supervision/reviews/:reviewId', lazy: () => import('./review-page.tsx') },
  { path: 'supervision/practicums/:personId', lazy: () => import('./practicum-page.tsx') },
  // Addresses that mails carry.
  ...['credentials', 'reviews', 'practicums'].map((thing) => ({
    path: `${thing}/:id`,
    loader: ({ params }: LoaderFunctionArgs) =>
      redirect(`/programs/${params.programId}/supervision/${thing}/${params.id}`),
  })),
]

/** Pages that a mail's link opens without a sign-in. */
export const openSelectionPages: RouteObject[] = [{ path: 'reference', lazy: () => import('./reference-page.tsx') }]

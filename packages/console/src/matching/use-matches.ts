import { type Rows, useRows } from '../api/queries.ts'
import { useProgram } from '../program/use-program.tsx'
import type { Match } from './words.ts'

/** Where the workbench puts matches; the address names the one that is open. */
export const shelves = {
  review: { title: 'To review', statuses: ['proposed'] },
  approved: { title: 'Approved', statuses: ['approved'] },
  published: { title: 'Published', statuses: ['published'] },
  over: { title: 'Ended or replaced', statuses: ['replaced', 'withdrawn', 'ended'] },
} satisfies Record<string, { title: string; statuses: Match['status'][] }>
export type Shelf = keyof typeof shelves

export const onShelf = (matches: Rows<Match>, shelf: Shelf): Rows<Match> => {
  const statuses: Match['status'][] = shelves[shelf].statuses
  return { ...matches, rows: matches.rows?.filter(({ status }) => statuses.includes(status)) }
}

/** All matches of the program, read again every half minute. */
export const useMatches = (): Rows<Match> => {
  const { programId } = useProgram()
  return useRows('listMatches', { path: { programId }, query: { limit: 100 } }, { everySeconds: 30 })
}

/** Whether the person signed in may approve a match: the top 20 % by impact is the program owner's. */
export const useMayApprove = (): ((match: Pick<Match, 'review'>) => boolean) => {
  const { may } = useProgram()
  return ({ review }) => may(review === 'program owner' ? 'approve high-impact matches' : 'review matches')
}

/** The order in which matches are reviewed: those that concern most first. */
export const inReviewOrder = (matches: Match[]): Match[] =>
  matches.toSorted((a, b) => b.impact - a.impact || a.matchId.localeCompare(b.matchId))

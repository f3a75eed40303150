import type { MatchRecord } from '../matching/match-record.ts'
import { approvedOf } from '../matching/review/matching-progress.ts'
import { everPublished, wasReassigned } from '../matching/review/reports.ts'
import { holders } from '../program/load.ts'
import type { Computation, Computed, Evidence, Rows } from './rows.ts'
import { shareOf, yesOrNo } from './share-fact.ts'

const ratio = (part: number, whole: number, note: string): Computed => ({
  value: { kind: 'ratio', part, whole },
  note,
})

/** The matches, unless none was ever proposed here. */
const withMatches =
  (compute: (matches: MatchRecord[], rows: Rows) => Computed | Promise<Computed>): Computation =>
  async (rows) => {
    const matches = await rows.all('match')
    return matches.length === 0 ? undefined : compute(matches, rows)
  }

/** Pairs that go on: nothing is asked of one that waits. */
const published = (matches: MatchRecord[]): MatchRecord[] =>
  matches.filter(({ status, pausedAt }) => status === 'published' && pausedAt === undefined)

/** Pairs that said it does not fit, or that were reassigned, and what was written down about it. */
const issuesOf = (matches: MatchRecord[]): Evidence[] =>
  matches.flatMap(({ id, publishedAt, chemistry, reassessment, replacedBy, endedBecause }): Evidence[] => {
    // A proposal that was overridden never was a pair.
    if (publishedAt === undefined) return []
    const doubts = [
      ...(chemistry?.fits === false ? [chemistry.note] : []),
      ...(reassessment?.keep === false ? [reassessment.note] : []),
      ...(replacedBy !== undefined ? [endedBecause ?? ''] : []),
    ]
    return doubts.length === 0 ? [] : [{ row: 'match', id, counts: doubts.every((note) => note.trim() !== '') }]
  })

/**
 * The facts of matching (W04, W09), from the matches themselves. A program in which nothing was ever proposed makes its matches
 * elsewhere: there the facts are what people state.
 */
export const matchingFacts: Record<string, Computation> = {
  'matches-approved': withMatches(async (matches, { all, members }) => {
    const participants = holders(members, 'participant').map(({ id }) => id)
    const byPerson = new Map((await all('intake')).map((intake) => [intake.id, intake]))
    const { approved, needed } = approvedOf(participants, byPerson, matches)
    return ratio(approved, needed, `${approved} of ${needed} participants who need a match have an approved one`)
  }),
  'reassignment-rate': withMatches((matches) => {
    return shareOf(
      everPublished(matches).map((match) => ({ row: 'match', id: match.id, counts: wasReassigned(match) })),
      'published matches were reassigned',
    )
  }),
  'issues-logged': withMatches((matches) => {
    const issues = issuesOf(matches)
    const open = issues.filter(({ counts }) => !counts).length
    return yesOrNo(
      open === 0,
      `${issues.length} matches with an issue, ${open} of them without a word about it`,
      issues,
    )
  }),
  'chemistry-confirmed': withMatches((matches) =>
    shareOf(
      published(matches).map(({ id, chemistry }) => ({ row: 'match', id, counts: chemistry?.fits === true })),
      'published matches have a chemistry check that says it fits',
    ),
  ),
  'pairs-reassessed': withMatches((matches) =>
    shareOf(
      published(matches).map(({ id, reassessment }) => ({ row: 'match', id, counts: reassessment !== undefined })),
      'published matches were reassessed after 30 days',
    ),
  ),
}

import type { ClosingKind } from '../engagement/closing/closing.ts'
import { owesClosing } from '../engagement/closing/owes-closing.ts'
import type { Service } from '../intake/intake-record.ts'
import type { Computation } from './rows.ts'
import { engagementsOf } from './session-facts.ts'
import { shareOf } from './share-fact.ts'

/** Of the coaches or mentors with such engagements, those who have submitted the artifact for every one. */
const submitted =
  (service: Service, kind: ClosingKind, words: string): Computation =>
  async (rows) => {
    const engagements = await engagementsOf(rows)
    if (!engagements) return undefined
    const closings = await rows.all('closing')
    const done = new Set(closings.filter(({ form }) => form.kind === kind).map(({ engagementId }) => engagementId))
    const own = Map.groupBy(
      engagements.filter((each) => each.service === service && owesClosing(each)),
      ({ providerId }) => providerId,
    )
    return shareOf(
      [...own].map(([id, theirs]) => ({ row: 'member', id, counts: theirs.every((each) => done.has(each.id)) })),
      words,
    )
  }

/** The facts of closing artifacts (W14, W22, E10). */
export const closingFacts: Record<string, Computation> = {
  'closing-notes-submitted': submitted(
    'coach',
    'closing-notes',
    'coaches have submitted closing notes and transfer items for all their engagements',
  ),
  'coach-outcomes-submitted': submitted(
    'coach',
    'final-outcome',
    'coaches have submitted the final outcome of all their engagements',
  ),
  'mentor-progress-submitted': submitted(
    'mentor',
    'progress-report',
    'mentors have submitted a progress report for all their mentees',
  ),
}

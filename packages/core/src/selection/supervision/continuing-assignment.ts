import { median } from '../median.ts'
import type { DeliveryRecord } from './delivery-record.ts'

/** A rule of continuing assignment; "no data" says neither that it is met nor that it is not. */
export type AssignmentRule = { rule: string; met: 'yes' | 'no' | 'no data'; words: string }

/** Q5 leaves open how many planned sessions must be held: our default. Ratings and outcomes are Q5's own. */
const needs = { sessionCompletion: 0.8, ratingMedian: 4, evidencedOutcomes: 1 }

/**
 * Whether a coach or mentor may go on being assigned, by what they delivered in a cohort (Q5): sessions held, ratings of
 * participants, evidenced behavioural outcomes. `no` as soon as one rule is not met; `no data` while any has none.
 */
export const continuingAssignment = ({
  sessionsPlanned,
  sessionsHeld,
  ratings,
  evidencedOutcomes,
}: Pick<DeliveryRecord, 'sessionsPlanned' | 'sessionsHeld' | 'ratings' | 'evidencedOutcomes'>): {
  continue: AssignmentRule['met']
  rules: AssignmentRule[]
} => {
  const rated = median(ratings)
  const planned = sessionsPlanned > 0
  const rules: AssignmentRule[] = [
    {
      rule: 'session completion',
      met: planned ? yesOrNo(sessionsHeld >= needs.sessionCompletion * sessionsPlanned - 1e-9) : 'no data',
      words: planned
        ? `${sessionsHeld} of ${sessionsPlanned} planned sessions were held; at least ${needs.sessionCompletion * 100} % are needed.`
        : 'No sessions are planned yet.',
    },
    {
      rule: 'participant ratings',
      met: rated === undefined ? 'no data' : yesOrNo(rated >= needs.ratingMedian),
      words:
        rated === undefined
          ? 'There are no participant ratings yet.'
          : `The median of ${ratings.length} ratings is ${rated}; at least ${needs.ratingMedian.toFixed(1)} is needed.`,
    },
    {
      rule: 'behavioural outcomes',
      met:
        sessionsHeld > 0 || evidencedOutcomes > 0 ? yesOrNo(evidencedOutcomes >= needs.evidencedOutcomes) : 'no data',
      words: `${evidencedOutcomes} behavioural outcomes are evidenced; at least ${needs.evidencedOutcomes} is needed.`,
    },
  ]
  const verdict = (['no', 'no data'] as const).find((met) => rules.some((rule) => rule.met === met))
  return { continue: verdict ?? 'yes', rules }
}

const yesOrNo = (met: boolean) => (met ? 'yes' : 'no')

import { useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { moment } from '../../when/when.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { outcomeWords, ReviewState, reviewState } from './review-words.tsx'

/** The reviews of coaches, quarter by quarter. */
export const ReviewList = () => {
  const { programId, zone } = useProgram()
  const now = useNow()
  const reviews = useRows('listReviews', { path: { programId } })
  const nameOf = useSelectionNames((reviews.rows ?? []).flatMap((each) => [each.personId, each.reviewerId]))
  const day = (at: string | undefined) => (at ? moment(at, zone) : '–')
  return (
    <List
      title="Reviews"
      about="A session of each coach who was drawn. Written feedback follows within 48 hours, a 1:1 supervision within a week."
      from={reviews}
      noun={{ one: 'review', many: 'reviews' }}
      id={({ reviewId }) => reviewId}
      file="reviews"
      sortedBy={{ id: 'due', descending: true }}
      empty={{
        text: 'Nobody was drawn for review yet. It happens on the first morning of a quarter with active coaches.',
      }}
      columns={[
        {
          id: 'coach',
          header: 'Coach',
          rowHeader: true,
          minWidth: 140,
          value: ({ personId }) => nameOf(personId),
          cell: ({ personId, reviewId }) => (
            <LinkTo href={`/programs/${programId}/supervision/reviews/${reviewId}`}>{nameOf(personId)}</LinkTo>
          ),
        },
        { id: 'quarter', header: 'Quarter', value: ({ quarter }) => quarter.replace('-', ' ') },
        {
          id: 'state',
          header: 'State',
          minWidth: 130,
          value: (review) => reviewState(review, now),
          cell: (review) => <ReviewState review={review} now={now} />,
        },
        {
          id: 'reviewer',
          header: 'Reviewer',
          minWidth: 140,
          value: ({ reviewerId }) => (reviewerId ? nameOf(reviewerId) : 'nobody yet'),
        },
        { id: 'due', header: 'Due', minWidth: 140, value: ({ dueAt }) => dueAt, cell: ({ dueAt }) => day(dueAt) },
        {
          id: 'held',
          header: 'Held',
          minWidth: 140,
          value: ({ held }) => held?.heldAt,
          cell: ({ held }) => day(held?.heldAt),
        },
        { id: 'outcome', header: 'Came to', minWidth: 160, value: outcomeWords },
      ]}
    />
  )
}

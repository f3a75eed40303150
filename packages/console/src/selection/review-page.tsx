import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Input } from '../api/client.ts'
import { useAct, useRows } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { useNow } from '../when/use-now.ts'
import { fromNow, moment } from '../when/when.ts'
import { Bullets } from './bullets.tsx'
import { Facts } from './facts.tsx'
import { FormDialog } from './form-dialog.tsx'
import { FollowUp } from './supervision/follow-up.tsx'
import { reviewForm } from './supervision/forms.ts'
import { Ratings } from './supervision/ratings.tsx'
import { outcomeWords, ReviewState } from './supervision/review-words.tsx'
import { useSelectionNames } from './use-names-of-selection.ts'

/** The review of a coach in a quarter (Q2): what was seen, and what follows. */
export const Component = () => {
  const { reviewId = '' } = useParams()
  const { programId, part, may, zone } = useProgram()
  const now = useNow()
  const crumbs = useCrumbs(['Supervision', '/supervision?show=reviews'])
  const [quarter = ''] = reviewId.split('.')
  const reviews = useRows('listReviews', { path: { programId }, query: { quarter } })
  const review = reviews.rows?.find((each) => each.reviewId === reviewId)
  const nameOf = useSelectionNames([review?.personId, review?.reviewerId, review?.held?.by])
  const path = { programId, reviewId }
  const record = useAct('recordReview')
  const feedback = useAct('giveReviewFeedback')
  const supervision = useAct('holdReviewSupervision')
  const [recording, setRecording] = useState(false)
  if (!review)
    return (
      <Page title="Review" crumbs={crumbs}>
        {reviews.error && <Trouble error={reviews.error} what="The review" again={reviews.again} />}
        {!reviews.error && !reviews.complete && <Loading what="the review" />}
        {!reviews.error && reviews.complete && (
          <Alert type="warning" header="There is no such review">
            There is no review “{reviewId}” that you can see in this program.
          </Alert>
        )}
      </Page>
    )
  const { held, followUp, dueAt, assignedAt, reviewerId, personId, driftInARow } = review
  const leads = part.roles.includes('coach lead') || part.roles.includes('program owner')
  const guides = may('supervise') && personId !== part.personId && (reviewerId === part.personId || leads)
  return (
    <Page
      title={`Review of ${nameOf(personId)}, ${quarter.replace('-', ' ')}`}
      info={<ReviewState review={review} now={now} />}
      about="A recorded or observed session of a coach, drawn by lot."
      crumbs={crumbs}
      actions={
        !held &&
        guides && (
          <Button variant="primary" onClick={() => setRecording(true)}>
            Record the review
          </Button>
        )
      }
    >
      {driftInARow && (
        <Alert type="warning" header="Drift twice in a row">
          The last two reviews of this coach both found drift: the coach lead has to step in.
        </Alert>
      )}
      <Container header={<Header variant="h2">What was seen</Header>}>
        <SpaceBetween size="m">
          <Facts
            of={[
              [
                'Reviewer',
                reviewerId ? nameOf(reviewerId) : 'Nobody without a conflict of interest; see the supervisors',
              ],
              ['Drawn', moment(assignedAt, zone)],
              ['Due', held ? moment(dueAt, zone) : `${moment(dueAt, zone)}, ${fromNow(dueAt, now)}`],
              ['Held', held && `${moment(held.heldAt, zone)}, ${held.mode}`],
              ['Came to', outcomeWords(review)],
            ]}
          />
          {held ? (
            <SpaceBetween size="m">
              <Ratings of={held.ratings} />
              <div>
                <Box variant="awsui-key-label">Findings</Box>
                <Bullets of={held.findings} />
              </div>
            </SpaceBetween>
          ) : (
            <Box color="text-body-secondary">
              The review was not held yet.
              {personId === part.personId && ' Your reviewer will ask you for a recording or a session to observe.'}
            </Box>
          )}
        </SpaceBetween>
      </Container>
      {followUp && (
        <Container header={<Header variant="h2">What follows</Header>}>
          <FollowUp
            followUp={followUp}
            guides={guides}
            nameOf={nameOf}
            onFeedback={(text) => feedback.mutateAsync({ path, body: { text } })}
            onSupervision={(body) => supervision.mutateAsync({ path, body })}
          />
        </Container>
      )}
      {recording && (
        <FormDialog
          {...reviewForm}
          title={`Record the review of ${nameOf(personId)}`}
          action="Record the review"
          onSend={(body: Input<'recordReview'>['body']) => record.mutateAsync({ path, body })}
          done="The review is recorded. Feedback is due within 48 hours, a 1:1 within a week."
          onClose={() => setRecording(false)}
        >
          It cannot be changed afterwards. Feedback is then due within 48 hours, a 1:1 supervision within a week.
        </FormDialog>
      )}
    </Page>
  )
}

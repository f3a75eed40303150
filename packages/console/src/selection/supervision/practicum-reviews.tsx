import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Answer, Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Bullets } from '../bullets.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { FollowUp } from './follow-up.tsx'
import { practicumReviewForm } from './forms.ts'
import { Ratings } from './ratings.tsx'

const kinds = { midpoint: 'Midpoint calibration', final: 'Final observed review' } as const

/** The reviews of a practicum and what follows each; feedback is given on the latest of its kind. */
export const PracticumReviews = ({ practicum, guides }: { practicum: Answer<'getPracticum'>; guides: boolean }) => {
  const { programId, zone } = useProgram()
  const { reviews, personId } = practicum
  const path = { programId, personId }
  const nameOf = useSelectionNames(
    reviews.flatMap(({ supervisorId, followUp }) => [supervisorId, followUp.feedback?.by, followUp.supervision?.by]),
  )
  const record = useAct('reviewPracticum')
  const feedback = useAct('givePracticumFeedback')
  const supervision = useAct('holdPracticumSupervision')
  const [recording, setRecording] = useState(false)
  const latest = (each: (typeof reviews)[number]) =>
    reviews.findLast(({ review }) => review === each.review)?.heldAt === each.heldAt
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The midpoint calibration, then the final observed review; both have to be passed."
          actions={guides && <Button onClick={() => setRecording(true)}>Record a review</Button>}
        >
          Reviews
        </Header>
      }
    >
      <SpaceBetween size="l">
        {reviews.length === 0 && <Box color="text-body-secondary">No review was held yet.</Box>}
        {reviews.toReversed().map((each) => (
          <SpaceBetween key={each.review + each.heldAt} size="s">
            <Box variant="h3">
              {kinds[each.review]}{' '}
              <StatusIndicator type={each.outcome === 'pass' ? 'success' : 'warning'}>
                {each.outcome === 'pass' ? 'Passed' : 'To be repeated'}
              </StatusIndicator>
            </Box>
            <Box color="text-body-secondary">
              {moment(each.heldAt, zone)}, by {nameOf(each.supervisorId)}
            </Box>
            <Ratings of={each.ratings} />
            <Bullets of={each.findings} />
            <FollowUp
              followUp={each.followUp}
              guides={guides && latest(each)}
              nameOf={nameOf}
              onFeedback={(text) => feedback.mutateAsync({ path, body: { review: each.review, text } })}
              onSupervision={(held) => supervision.mutateAsync({ path, body: { review: each.review, ...held } })}
            />
          </SpaceBetween>
        ))}
      </SpaceBetween>
      {recording && (
        <FormDialog
          {...practicumReviewForm}
          title="Record a review of the practicum"
          action="Record the review"
          onSend={(body: Input<'reviewPracticum'>['body']) => record.mutateAsync({ path, body })}
          done="The review is recorded. Feedback is due within 48 hours, a 1:1 within a week."
          onClose={() => setRecording(false)}
        >
          Written feedback is then due within 48 hours, a 1:1 supervision within a week.
        </FormDialog>
      )}
    </Container>
  )
}

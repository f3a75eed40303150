import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'
import { Facts } from '../facts.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { feedbackForm, supervisionForm } from './forms.ts'

type FollowUpOf = Answer<'getPracticum'>['reviews'][number]['followUp']

type FollowUpProps = {
  followUp: FollowUpOf
  /** Whether the person signed in may give the feedback and record the supervision. */
  guides: boolean
  nameOf: (id: string) => string
  onFeedback: (text: string) => Promise<unknown>
  onSupervision: (held: { heldAt: string; note: string }) => Promise<unknown>
}

/** What follows a review: written feedback within 48 hours, a 1:1 supervision within a week. */
export const FollowUp = ({ followUp, guides, nameOf, onFeedback, onSupervision }: FollowUpProps) => {
  const { zone } = useProgram()
  const [doing, setDoing] = useState<'feedback' | 'supervision'>()
  const { feedback, supervision, feedbackDueAt, supervisionDueAt, late } = followUp
  const close = () => setDoing(undefined)
  return (
    <SpaceBetween size="s">
      <Facts
        columns={2}
        of={[
          [
            'Written feedback, within 48 hours',
            <Due key="due" by={feedbackDueAt} done={feedback?.at} late={late.includes('feedback')} />,
          ],
          [
            '1:1 supervision, within a week',
            <Due key="due" by={supervisionDueAt} done={supervision?.heldAt} late={late.includes('supervision')} />,
          ],
          [feedback ? `Feedback of ${nameOf(feedback.by)}` : '', feedback?.text],
          [supervision ? `Agreed with ${nameOf(supervision.by)}` : '', supervision?.note],
        ]}
      />
      {guides && (!feedback || !supervision) && (
        <SpaceBetween direction="horizontal" size="xs">
          {!feedback && (
            <Button variant="primary" onClick={() => setDoing('feedback')}>
              Give the feedback
            </Button>
          )}
          {!supervision && <Button onClick={() => setDoing('supervision')}>Record the 1:1</Button>}
        </SpaceBetween>
      )}
      {doing === 'feedback' && (
        <FormDialog
          {...feedbackForm}
          title="Give the written feedback"
          action="Give the feedback"
          onSend={({ text }: { text: string }) => onFeedback(text)}
          done="The feedback is given."
          onClose={close}
        >
          Due {moment(feedbackDueAt, zone)}. It cannot be changed afterwards.
        </FormDialog>
      )}
      {doing === 'supervision' && (
        <FormDialog
          {...supervisionForm}
          title="Record the 1:1 supervision"
          action="Record the 1:1"
          onSend={onSupervision}
          done="The 1:1 supervision is recorded."
          onClose={close}
        >
          Due {moment(supervisionDueAt, zone)}. It cannot be changed afterwards.
        </FormDialog>
      )}
    </SpaceBetween>
  )
}

const Due = ({ by, done, late }: { by: string; done: string | undefined; late: boolean }) => {
  const { zone } = useProgram()
  const now = useNow()
  if (done)
    return (
      <StatusIndicator type={late ? 'warning' : 'success'}>
        {late ? 'Late: ' : ''}
        {moment(done, zone)}
      </StatusIndicator>
    )
  return (
    <StatusIndicator type={late ? 'error' : 'pending'}>
      {late ? 'Overdue since' : 'Due'} {moment(by, zone)}, {fromNow(by, now)}
    </StatusIndicator>
  )
}

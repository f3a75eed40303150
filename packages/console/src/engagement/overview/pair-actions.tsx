import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form } from '../schemas.ts'
import { type Guidance, guidanceInWords, guidanceOptions } from '../words.ts'

const review = form({ goOn: { type: 'boolean', title: 'Does it help, and does it go on?' } })
const guidance = form({
  level: { type: 'string', title: 'How much do you guide now?', enum: Object.keys(guidanceInWords) },
})

/** What one of the pair says of the engagement while it goes on: review, guidance, independence. */
export const PairActions = () => {
  const { engagement, mayAct, side, path } = usePair()
  const say = useAct('reviewEngagement')
  const guide = useAct('recordGuidance')
  const independent = useAct('confirmIndependence')
  if (!mayAct) return null
  const provides = side === 'provider'
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Both of you can record a review at any time; reviews are asked for regularly."
        >
          Say how it goes
        </Header>
      }
    >
      <SpaceBetween direction="horizontal" size="xs">
        <FormButton
          text="Record a review"
          schema={review}
          onSend={(body: { goOn: boolean }) => say.mutateAsync({ path, body })}
          done="The review is recorded."
        >
          A “no” ends nothing by itself: program operations are told, and speak with both of you.
        </FormButton>
        {provides && (
          <FormButton
            text="Say how you guide"
            schema={guidance}
            hints={{ level: { options: guidanceOptions } }}
            known={{ level: engagement.guidance?.at(-1)?.level }}
            onSend={(body: { level: Guidance }) => guide.mutateAsync({ path, body })}
            done="How you guide is recorded."
          >
            Guidance should fall over time: from answers to questions to a debrief.
          </FormButton>
        )}
        {provides && !engagement.independentSince && (
          <ConfirmButton
            text="Confirm independence"
            question="Did they handle a novel hard situation alone?"
            action="Confirm independence"
            onConfirm={() => independent.mutateAsync({ path })}
            done={`It is recorded that ${engagement.participantName} handles novel hard situations alone.`}
          >
            {engagement.participantName} handled a novel hard situation without you and gave you an account of it. The
            account stays with the two of you; only the day is kept. This cannot be taken back.
          </ConfirmButton>
        )}
      </SpaceBetween>
    </Container>
  )
}

import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../api/queries.ts'
import { calendarDay } from '../../when/when.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { day, form, text } from '../schemas.ts'
import { endReasonInWords } from '../words.ts'

const renewal = form(
  {
    endsOn: day('New last day'),
    sessions: { type: 'integer', title: 'Sessions planned in all', minimum: 1, maximum: 60 },
    reason: text('Why it goes on', 2000, 'Both read it in the new version of their working agreement.'),
  },
  ['sessions'],
)
const reasons = ['completed', 'withdrawn'] as const
const end = form({ reason: { type: 'string', title: 'Why does it end?', enum: [...reasons] } })
const reasonOptions = reasons.map((value) => ({ value, label: endReasonInWords[value] }))

/** What those who run the program do with an engagement: let it go on, or end it. */
export const Steer = () => {
  const { engagement, path } = usePair()
  const renew = useAct('renewEngagement')
  const stop = useAct('endEngagement')
  const { cadence } = engagement
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {engagement.status !== 'closing' && (
        <FormButton
          text="Extend"
          title="Extend the engagement"
          action="Extend the engagement"
          schema={renewal}
          known={{ sessions: cadence?.sessions }}
          onSend={(body: { endsOn: string; sessions?: number; reason: string }) => renew.mutateAsync({ path, body })}
          done="The engagement goes on. Both sign the new version of the working agreement."
        >
          {cadence && `The last day is ${calendarDay(cadence.endsOn)} so far. `}Both sign a new version of the working
          agreement.
        </FormButton>
      )}
      <FormButton
        text="End"
        title="End the engagement?"
        action="End the engagement"
        schema={end}
        hints={{ reason: { options: reasonOptions } }}
        onSend={(body: { reason: (typeof reasons)[number] }) => stop.mutateAsync({ path, body })}
        done="The engagement has ended. Sessions ahead were cancelled."
      >
        Sessions ahead are cancelled and open tasks are called off; nothing of it can change any more. To give the
        participant somebody else, reassign the match instead. This cannot be undone.
      </FormButton>
    </SpaceBetween>
  )
}

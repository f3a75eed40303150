import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAct, useRead } from '../../api/queries.ts'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Facts } from '../facts.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { Rules } from '../rules.tsx'
import type { Service } from '../words.ts'
import { deliveryForm } from './forms.ts'

const verdicts = {
  yes: ['success', 'They may go on being assigned'],
  no: ['warning', 'A rule of continuing assignment is not met'],
  'no data': ['info', 'Not enough figures yet'],
} as const

/** What somebody delivered in this program, and whether they may go on being assigned (Q5). */
export const Delivery = ({ service, personId }: { service: Service; personId: string }) => {
  const { programId, part, may, zone } = useProgram()
  const path = { programId, personId }
  const { data, error, refetch } = useRead('getDelivery', { path })
  const save = useAct('saveDelivery')
  const [recording, setRecording] = useState(false)
  const counted = data?.by === 'pilotgate'
  const records = may('record deliveries') && personId !== part.personId && !counted
  const none = error?.status === 404
  if (!data && error && !none) return <Trouble error={error} what="What they delivered" again={refetch} />
  const figures = data && figuresOf(data)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            counted ? 'Counted from the sessions of their engagements.' : 'Counted by those who run the program.'
          }
          actions={
            records && (
              <Button onClick={() => setRecording(true)}>{data ? 'Change the figures' : 'Record the figures'}</Button>
            )
          }
        >
          Delivered in this program
        </Header>
      }
    >
      {none && <Box color="text-body-secondary">No figures yet.</Box>}
      {data && figures && (
        <SpaceBetween size="m">
          <Facts of={[...figures, ['As of', moment(data.at, zone)]]} />
          <Alert type={verdicts[data.assignment.continue][0]}>{verdicts[data.assignment.continue][1]}.</Alert>
          <Rules of={data.assignment.rules} />
        </SpaceBetween>
      )}
      {recording && (
        <FormDialog
          {...deliveryForm}
          title="What was delivered so far"
          action="Save"
          known={data}
          onSend={(body: Omit<Input<'saveDelivery'>['body'], 'service'>) =>
            save.mutateAsync({ path, body: { ...body, service } })
          }
          done="The figures are saved."
          onClose={() => setRecording(false)}
        />
      )}
    </Container>
  )
}

type Figures = Pick<
  Input<'saveDelivery'>['body'],
  'sessionsPlanned' | 'sessionsHeld' | 'coachedMinutes' | 'ratings' | 'evidencedOutcomes'
>

const figuresOf = ({
  sessionsPlanned,
  sessionsHeld,
  coachedMinutes,
  ratings,
  evidencedOutcomes,
}: Figures): [string, string][] => [
  ['Sessions held', `${sessionsHeld} of ${sessionsPlanned} planned`],
  ['Together', `${Math.round(coachedMinutes / 6) / 10} hours`],
  ['Ratings of participants', `${ratings.length}`],
  ['Evidenced outcomes', `${evidencedOutcomes}`],
]

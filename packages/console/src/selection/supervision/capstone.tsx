import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Answer, Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Facts } from '../facts.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { capstoneForm } from './forms.ts'

type CapstoneProps = { practicum: Answer<'getPracticum'>; guides: boolean; logs: boolean }

/** The engagement tied to an agreed KPI that a practicum ends with. */
export const Capstone = ({ practicum: { capstone, personId }, guides, logs }: CapstoneProps) => {
  const { programId, zone } = useProgram()
  const path = { programId, personId }
  const save = useAct('saveCapstone')
  const accept = useAct('acceptCapstone')
  const tell = useTell()
  const [doing, setDoing] = useState<'write' | 'accept'>()
  const close = () => setDoing(undefined)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="An engagement tied to an agreed KPI, accepted by somebody independent."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {logs && <Button onClick={() => setDoing('write')}>{capstone ? 'Change it' : 'Hand it in'}</Button>}
              {guides && capstone && !capstone.acceptedAt && (
                <Button onClick={() => setDoing('accept')}>Accept it</Button>
              )}
            </SpaceBetween>
          }
        >
          Capstone
        </Header>
      }
    >
      {!capstone && <Box color="text-body-secondary">It was not handed in yet.</Box>}
      {capstone && (
        <Facts
          columns={2}
          of={[
            ['KPI', capstone.kpi],
            ['Before', capstone.baseline],
            ['Afterwards', capstone.result],
            ['How the coaching led to it', capstone.link],
            [
              'Accepted',
              <StatusIndicator key="accepted" type={capstone.acceptedAt ? 'success' : 'pending'}>
                {capstone.acceptedAt ? moment(capstone.acceptedAt, zone) : 'Not yet'}
              </StatusIndicator>,
            ],
          ]}
        />
      )}
      {doing === 'write' && (
        <FormDialog
          {...capstoneForm}
          title="Capstone"
          action="Hand it in"
          known={capstone}
          onSend={(body: Input<'saveCapstone'>['body']) => save.mutateAsync({ path, body })}
          done="The capstone is handed in."
          onClose={close}
        >
          {capstone?.acceptedAt && 'Changed, it has to be accepted again.'}
        </FormDialog>
      )}
      {doing === 'accept' && (
        <Confirm
          question="Accept the capstone?"
          action="Accept it"
          onConfirm={async () => {
            await accept.mutateAsync({ path })
            tell('The capstone is accepted.')
          }}
          onClose={close}
        >
          It then counts for the completion of the practicum.
        </Confirm>
      )}
    </Container>
  )
}

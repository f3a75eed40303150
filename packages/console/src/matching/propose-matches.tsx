import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Answer } from '../api/client.ts'
import { useAct, useRead } from '../api/queries.ts'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from '../program/use-program.tsx'
import { useMatchingNames } from './names.ts'
import { RunOutcome } from './run-outcome.tsx'
import { type Objective, objectiveWords } from './words.ts'

type Done = { run: Answer<'proposeMatches'>; seconds: number }

/** Plans the whole cohort, and shows what came of it. */
export const ProposeMatches = ({ onClose }: { onClose: () => void }) => {
  const { programId } = useProgram()
  const settings = useRead('getMatchingSettings', { path: { programId } })
  const act = useAct('proposeMatches')
  const [chosen, setChosen] = useState<Objective>()
  const [done, setDone] = useState<Done>()
  const objective = chosen ?? settings.data?.objective ?? 'best-score'
  const propose = async () => {
    const began = performance.now()
    const run = await act.mutateAsync({ path: { programId }, body: { objective } }).catch(() => undefined)
    if (run) setDone({ run, seconds: (performance.now() - began) / 1000 })
  }
  return (
    <Modal
      visible
      header={done ? `Run ${done.run.runId}` : 'Propose matches'}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {!done && (
              <Button variant="link" onClick={onClose}>
                Cancel
              </Button>
            )}
            <Button
              variant="primary"
              loading={act.isPending}
              loadingText="Proposing"
              onClick={done ? onClose : propose}
            >
              {done ? 'Look at the proposals' : 'Propose matches'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {done ? (
          <Result {...done} />
        ) : (
          <>
            <div>
              The whole cohort is planned at once. Approved and published matches stay as they are; proposals that
              nobody has decided are replaced.
            </div>
            <FormField label="What counts most">
              <RadioGroup
                value={objective}
                onChange={({ detail }) => setChosen(detail.value as Objective)}
                items={Object.entries(objectiveWords).map(([value, words]) => ({ value, ...words }))}
              />
            </FormField>
          </>
        )}
        {act.isPending && (
          <span role="status">
            <StatusIndicator type="loading">Planning the whole cohort; this may take some seconds.</StatusIndicator>
          </span>
        )}
        {act.error && <Trouble error={act.error} what="Proposing matches" />}
      </SpaceBetween>
    </Modal>
  )
}

const Result = ({ run, seconds }: Done) => {
  const nameOf = useMatchingNames()
  return (
    <SpaceBetween size="m">
      <RunOutcome run={run} seconds={seconds} />
      {run.notKept && run.notKept.length > 0 && (
        <Alert type="warning" header="Pairs that people chose and that could not be kept">
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {run.notKept.map(({ participantId, providerId, why }) => (
              <li key={participantId + providerId}>
                {nameOf(participantId)} and {nameOf(providerId)}: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  )
}

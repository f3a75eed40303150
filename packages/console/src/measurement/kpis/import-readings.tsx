import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { CsvField } from '../fields/csv-field.tsx'
import { ImportOutcome } from './import-outcome.tsx'

const columns = 'kpi, on, group, part, whole, source, reference'

/** Imports numbers of the business from CSV; rows that are wrong are named and can be put right at once. */
export const ImportReadings = () => {
  const { programId } = useProgram()
  const [open, setOpen] = useState(false)
  const [csv, setCsv] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAct('importReadings')
  const send = async () => {
    setMissing(csv.trim() === '')
    if (csv.trim() !== '') await act.mutateAsync({ path: { programId }, body: { csv } }).catch(() => undefined)
  }
  const close = () => {
    setOpen(false)
    act.reset()
  }
  return (
    <>
      <Button iconName="upload" onClick={() => setOpen(true)}>
        Import readings
      </Button>
      <Modal
        visible={open}
        size="large"
        header="Import readings"
        closeAriaLabel="Close"
        onDismiss={close}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={close}>
                {act.data ? 'Close' : 'Cancel'}
              </Button>
              <Button variant="primary" onClick={send} loading={act.isPending} loadingText="Importing">
                {act.data ? 'Import again' : 'Import'}
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <SpaceBetween size="m">
          <CsvField
            label="File of readings (CSV)"
            description={
              <>
                Columns: {columns}; engagement_id if you like. A date is written like 2027-03-31; the group is baseline,
                cohort or control. Rows without errors are kept. The same file again changes nothing.
              </>
            }
            csv={csv}
            onChange={setCsv}
            errorText={missing && csv.trim() === '' ? 'Choose a file or paste its rows.' : undefined}
          />
          {act.error && <Trouble error={act.error} what="The import" />}
          {act.data && <ImportOutcome outcome={act.data} csv={csv} />}
        </SpaceBetween>
      </Modal>
    </>
  )
}

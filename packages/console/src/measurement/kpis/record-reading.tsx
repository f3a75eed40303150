import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import type { Schema } from '../../form/schema.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { inTitle } from '../words.ts'
import type { ReadDefinition } from './kpi-readings.tsx'

type Reading = Input<'recordReading'>['body']

const groupWords: Record<Reading['group'], string> = {
  baseline: 'Baseline: before the program',
  cohort: 'Cohort: participants and their teams',
  control: 'Control: comparable people outside',
}

/** Records one number of the business for a KPI, in a dialog. */
export const RecordReading = ({ definition }: { definition: ReadDefinition }) => {
  const { kpi, name, readings } = definition
  const { programId, zone } = useProgram()
  const tell = useTell()
  const act = useAct('recordReading')
  const [open, setOpen] = useState(false)
  const send = async (value: unknown) => {
    await act.mutateAsync({ path: { programId }, body: { ...(value as Omit<Reading, 'kpi'>), kpi } })
    tell(`The reading of ${kpi} was recorded.`)
    setOpen(false)
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Record a reading
      </Button>
      {open && (
        <Modal
          visible
          header={`Record a reading of ${kpi} ${name}`}
          closeAriaLabel="Close"
          onDismiss={() => setOpen(false)}
        >
          <SchemaForm
            schema={schemaOf(readings)}
            hints={{ group: { options: readings.groups.map((value) => ({ value, label: groupWords[value] })) } }}
            zone={zone}
            known={{ group: readings.groups.includes('cohort') ? 'cohort' : readings.groups[0] }}
            action="Record the reading"
            onSend={send}
            actions={
              <Button variant="link" formAction="none" onClick={() => setOpen(false)}>
                Cancel
              </Button>
            }
          />
        </Modal>
      )}
    </>
  )
}

const schemaOf = (readings: ReadDefinition['readings']): Schema => ({
  type: 'object',
  required: ['on', 'group', 'part', 'whole', 'source'],
  properties: {
    on: { type: 'string', format: 'date', title: 'Day', description: 'The day the number is of.' },
    group: { type: 'string', title: 'Group' },
    part: { type: 'number', minimum: 0, title: inTitle(readings.part) },
    whole: {
      type: 'number',
      minimum: 0,
      title: inTitle(readings.whole),
      description: readings.ratio ? 'Of how many in all.' : 'Over how many.',
    },
    source: {
      type: 'string',
      maxLength: 199,
      title: 'Source',
      description: 'The system or the person it comes from.',
    },
    reference: {
      type: 'string',
      maxLength: 199,
      title: 'Reference',
      description: 'What the source calls it; the same one again corrects the reading.',
    },
  },
})

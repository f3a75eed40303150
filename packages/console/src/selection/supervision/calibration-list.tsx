import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAct, useRows } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { calendarDay, moment } from '../../when/when.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useGuides } from '../use-leads.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { calibrationForm } from './forms.ts'
import { useSupervisors } from './use-supervisors.ts'

/** The quarterly calibrations of mentors (Q6), due or held. */
export const CalibrationList = () => {
  const { programId, zone, may } = useProgram()
  const now = useNow()
  const guides = useGuides()
  const path = { programId }
  const calibrations = useRows('listCalibrations', { path })
  const nameOf = useSelectionNames((calibrations.rows ?? []).flatMap(({ held }) => held?.present ?? []))
  const record = useAct('recordCalibration')
  const [recording, setRecording] = useState(false)
  const { everyone } = useSupervisors()
  const button = may('supervise') && guides('mentor') && (
    <Button onClick={() => setRecording(true)}>Record a calibration</Button>
  )
  return (
    <>
      <List
        title="Calibrations of mentors"
        about="Once a quarter mentors and who guides them compare how they judge."
        from={calibrations}
        noun={{ one: 'calibration', many: 'calibrations' }}
        id={({ quarter }) => quarter}
        file="calibrations"
        sortedBy={{ id: 'quarter', descending: true }}
        actions={button}
        empty={{ text: 'None is due yet. It is asked for in each quarter that finds mentors with a valid credential.' }}
        columns={[
          { id: 'quarter', header: 'Quarter', rowHeader: true, value: ({ quarter }) => quarter.replace('-', ' ') },
          {
            id: 'state',
            header: 'State',
            minWidth: 160,
            value: ({ held, dueAt }) =>
              held ? `Held ${calendarDay(held.heldOn)}` : dueAt < now ? 'Overdue' : `Due ${moment(dueAt, zone)}`,
          },
          {
            id: 'present',
            header: 'Who took part',
            minWidth: 180,
            value: ({ held }) => held?.present.map(nameOf).join(', '),
          },
          { id: 'note', header: 'What came of it', minWidth: 220, value: ({ held }) => held?.note },
          {
            id: 'agreement',
            header: 'Panels of that quarter',
            minWidth: 180,
            value: ({ held }) =>
              held?.interRater
                ?.map(({ rubric, exact }) => `${rubric}: ${Math.round(exact * 100)} % equal marks`)
                .join('; '),
          },
        ]}
      />
      {recording && (
        <FormDialog
          formKey={String(everyone.length)}
          schema={calibrationForm.schema}
          hints={{ ...calibrationForm.hints, present: { ...calibrationForm.hints.present, options: everyone } }}
          title="Record a calibration of mentors"
          action="Record it"
          onSend={(body: Input<'recordCalibration'>['body']) => record.mutateAsync({ path, body })}
          done="The calibration is recorded."
          onClose={() => setRecording(false)}
        >
          It counts for the quarter of its day. How alike panels on mentors marked in that quarter is kept with it.
        </FormDialog>
      )}
    </>
  )
}

import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import type { Input as InputOf } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { useTell } from '../frame/notices.tsx'
import { calendarDay } from '../when/when.ts'
import { DraftSettings } from './settings-draft.tsx'
import { useEdits } from './settings-edits.ts'
import { problemOf, SettingsSave } from './settings-save.tsx'
import { useProgram } from './use-program.tsx'

export type Report = (form: string, dirty: boolean) => void

/** Name, dates and size of a program; all but the name are fixed once it has started. */
export const ProgramSettings = ({ onDirty }: { onDirty: Report }) => {
  const { programId, program } = useProgram()
  const isDraft = program.status === 'draft'
  const edits = useEdits({
    name: program.name,
    startDate: program.startDate,
    zone: program.zone,
    minimumCohort: String(program.minimumCohort),
  })
  const { values, change, dirty } = edits
  const act = useAct('editProgram')
  const tell = useTell()
  useEffect(() => onDirty('program', dirty), [onDirty, dirty])
  const save = async () => {
    const { name = '', startDate = '', zone = '', minimumCohort } = values
    const dates = isDraft ? { startDate, zone, minimumCohort: Number(minimumCohort) } : {}
    const body: InputOf<'editProgram'>['body'] = { name, ...dates }
    await act.mutateAsync({ path: { programId }, version: program.version, body })
    edits.forget()
    tell('The settings of the program are saved.')
  }
  const size = Number(values.minimumCohort)
  const problem = Number.isInteger(size) && size > 0 ? undefined : 'The minimum cohort must be a whole number from 1.'
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            isDraft
              ? 'All of this can change until the program starts.'
              : 'Start date, time zone and minimum cohort are fixed since the program has started.'
          }
        >
          Program
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Name" description="3 to 120 characters." errorText={problemOf(act.error, 'name')}>
          <Input value={values.name ?? ''} onChange={({ detail }) => change('name', detail.value)} />
        </FormField>
        {isDraft && <DraftSettings edits={edits} error={act.error} />}
        {!isDraft && (
          <KeyValuePairs
            columns={3}
            items={[
              { label: 'Start date', value: calendarDay(program.startDate) },
              { label: 'Time zone', value: program.zone },
              { label: 'Minimum cohort', value: `${program.minimumCohort} participants` },
            ]}
          />
        )}
        <SettingsSave
          edits={edits}
          what="the program's settings"
          problem={problem}
          error={act.error}
          busy={act.isPending}
          onSave={() => void save().catch(() => {})}
          onReset={act.reset}
        />
      </SpaceBetween>
    </Container>
  )
}

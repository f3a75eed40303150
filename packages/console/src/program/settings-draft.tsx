import Autosuggest from '@cloudscape-design/components/autosuggest'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import DateControl from '../form/date-control.tsx'
import type { Edits } from './settings-edits.ts'
import { problemOf } from './settings-save.tsx'

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }))

/** What of a program is fixed once it has started: dates, time zone, size of the cohort. */
export const DraftSettings = ({ edits: { values, change }, error }: { edits: Edits; error: Error | null }) => (
  <ColumnLayout columns={3}>
    <FormField
      label="Start date"
      description="First day of week 1. A start from Friday to Sunday makes the week after it week 1."
      errorText={problemOf(error, 'startDate')}
    >
      <DateControl
        label="Start date"
        required
        value={values.startDate ?? ''}
        onSet={(value) => change('startDate', value)}
      />
    </FormField>
    <FormField
      label="Time zone"
      description="In which weeks, due dates and mails are reckoned."
      errorText={problemOf(error, 'zone')}
    >
      <Autosuggest
        value={values.zone ?? ''}
        options={zones}
        enteredTextLabel={(text) => `Use ${text}`}
        empty="No time zone has this name."
        onChange={({ detail }) => change('zone', detail.value)}
      />
    </FormField>
    <FormField
      label="Minimum cohort"
      description="Participants that the program needs at least."
      errorText={problemOf(error, 'minimumCohort')}
    >
      <Input
        type="number"
        inputMode="numeric"
        value={values.minimumCohort ?? ''}
        onChange={({ detail }) => change('minimumCohort', detail.value)}
      />
    </FormField>
  </ColumnLayout>
)

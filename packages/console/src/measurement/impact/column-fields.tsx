import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import type { ComparisonFields } from './file-fields.tsx'

const ways = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
]

/** What the columns of the file mean. */
export const ColumnFields = ({ entry, change, missing, columns }: ComparisonFields) => {
  const all = columns.map((value) => ({ value, label: value }))
  const free = all.filter(({ value }) => ![entry.treatment, entry.outcome, 'id'].includes(value))
  const one = (name: 'treatment' | 'outcome', label: string, description: string) => (
    <FormField label={label} description={description} errorText={missing[name]}>
      <Select
        options={all}
        placeholder="Choose a column"
        selectedOption={all.find(({ value }) => value === entry[name]) ?? null}
        onChange={({ detail }) => change({ [name]: detail.selectedOption.value })}
      />
    </FormField>
  )
  const several = (name: 'covariates' | 'exact', label: string, description: string) => (
    <FormField label={label} description={description} errorText={missing[name]}>
      <Multiselect
        options={free}
        placeholder="Choose columns"
        selectedOptions={free.filter(({ value }) => entry[name].includes(value))}
        onChange={({ detail }) => change({ [name]: detail.selectedOptions.map(({ value }) => value ?? '') })}
        deselectAriaLabel={({ label }) => `Leave ${label} out`}
      />
    </FormField>
  )
  return (
    <Container header={<Header variant="h2">What the columns mean</Header>}>
      <ColumnLayout columns={2}>
        {one('treatment', 'Took part', '1 took part, 0 did not.')}
        {one('outcome', 'Outcome', 'What is compared; 0 and 1 for yes-or-no works, too.')}
        <FormField label="Better">
          <Select
            options={ways}
            selectedOption={ways.find(({ value }) => value === entry.better) ?? null}
            onChange={({ detail }) => change({ better: detail.selectedOption.value === 'lower' ? 'lower' : 'higher' })}
          />
        </FormField>
        <FormField label="Unit of the outcome" description="Days, hours, points; may stay empty.">
          <Input value={entry.unit} onChange={({ detail }) => change({ unit: detail.value })} />
        </FormField>
        {several(
          'covariates',
          'Alike in',
          'Known before the program: tenure, role, project complexity, the outcome before.',
        )}
        {several('exact', 'The same within a pair (optional)', 'For what must not differ at all, role say.')}
      </ColumnLayout>
    </Container>
  )
}

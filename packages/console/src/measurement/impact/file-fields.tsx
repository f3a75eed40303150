import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { saveAs } from '../../list/export-csv.ts'
import { CsvField } from '../fields/csv-field.tsx'
import { type Comparison, exampleFile, fileColumns } from './comparison-file.ts'
import { peopleIn } from './csv-columns.ts'

export type ComparisonFields = {
  entry: Comparison
  change: (part: Partial<Comparison>) => void
  missing: Partial<Record<keyof Comparison, string>>
  /** The columns of the file. */
  columns: string[]
}

/** What is compared, and the file with a row for each person. */
export const FileFields = ({ entry, change, missing, columns }: ComparisonFields) => (
  <Container header={<Header variant="h2">What is compared</Header>}>
    <SpaceBetween size="m">
      <FormField label="Title" description="For the list of reports." errorText={missing.title}>
        <Input
          value={entry.title}
          onChange={({ detail }) => change({ title: detail.value })}
          placeholder="Days to approval, first half of 2027"
        />
      </FormField>
      <div>
        <Box variant="awsui-key-label">The file: CSV, a header line, a row for each person</Box>
        <KeyValuePairs columns={2} items={fileColumns.map(([label, value]) => ({ label, value }))} />
      </div>
      <Button formAction="none" iconName="download" onClick={() => saveAs('comparison-example.csv', exampleFile)}>
        An example to begin with
      </Button>
      <CsvField
        label="File with participants and people outside"
        description="At most 1 MB. Only the pseudonyms of the pairs are kept, the rest of the file is not."
        csv={entry.csv}
        onChange={(csv) => change({ csv })}
        errorText={missing.csv}
      />
      {columns.length > 0 && (
        <Box color="text-body-secondary">
          {peopleIn(entry.csv)} people; columns: {columns.join(', ')}
        </Box>
      )}
    </SpaceBetween>
  </Container>
)

import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { saveAs } from '../list/export-csv.ts'
import { RosterColumns } from './roster-columns.tsx'
import { exampleRoster } from './roster-file.ts'
import type { RosterGiven } from './roster-given.ts'

type RosterInputProps = { given: RosterGiven; onGive: (given: RosterGiven) => void; problem?: string }

/** Where a roster is chosen as a file or pasted from a spreadsheet, with its columns explained. */
export const RosterInput = ({ given, onGive, problem }: RosterInputProps) => {
  const choose = async (file: File | undefined) =>
    onGive(file ? { way: 'file', text: await file.text(), file } : { way: 'file', text: '' })
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label="How to give the roster"
        selectedId={given.way}
        onChange={({ detail }) => onGive({ way: detail.selectedId as RosterGiven['way'], text: '' })}
        options={[
          { id: 'file', text: 'Choose a file' },
          { id: 'paste', text: 'Paste rows' },
        ]}
      />
      {given.way === 'file' ? (
        <FormField
          label="Roster file"
          description="A CSV file, as spreadsheets save it. The first line names the columns."
          errorText={problem}
        >
          <FileUpload
            accept=".csv,.txt,text/csv,text/plain"
            value={given.file ? [given.file] : []}
            onChange={({ detail }) => void choose(detail.value[0])}
            showFileSize
            i18nStrings={fileWords}
          />
        </FormField>
      ) : (
        <FormField
          label="Rows"
          description="Copied from a spreadsheet or a CSV file, with the line that names the columns."
          errorText={problem}
          stretch
        >
          <Textarea
            value={given.text}
            onChange={({ detail }) => onGive({ way: 'paste', text: detail.value })}
            rows={8}
            spellcheck={false}
            placeholder="email,name,roles,zone,manager_email,places"
          />
        </FormField>
      )}
      <ExpandableSection headerText="Which columns a roster has">
        <SpaceBetween size="m">
          <RosterColumns />
          <Button iconName="download" onClick={() => saveAs('roster-example.csv', exampleRoster)}>
            Download an example
          </Button>
        </SpaceBetween>
      </ExpandableSection>
    </SpaceBetween>
  )
}

const fileWords = {
  uploadButtonText: () => 'Choose a file',
  dropzoneText: () => 'Drop the file here',
  removeFileAriaLabel: () => 'Remove the file',
  limitShowFewer: 'Show fewer files',
  limitShowMore: 'Show more files',
  errorIconAriaLabel: 'Error',
}

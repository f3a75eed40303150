import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../frame/trouble.tsx'
import { count } from '../words/figure.ts'
import { saveAs } from './export-csv.ts'
import { RowProblems } from './row-problems.tsx'

type Outcome = { problems: { row: number; field: string; problem: string }[] }

type ImportProps<O extends Outcome> = {
  title: string
  /** What is done with the rows. */
  children: ReactNode
  /** How a cell is written. */
  cells: string
  /** What the columns hold. */
  columns: ReactNode
  /** A file to begin with. */
  example: { name: string; csv: string }
  /** Sends the file; it fails as a whole, or says which rows cannot be taken. */
  onSend: (csv: string) => Promise<O>
  /** What was taken, as a sentence. */
  taken: (outcome: O) => string
  onClose: () => void
}

/** Imports rows from a CSV file; those that cannot be taken are shown with what to put right, and sent again. */
export const ImportDialog = <O extends Outcome>(props: ImportProps<O>) => {
  const { title, children, cells, columns, example, onSend, taken, onClose } = props
  const [files, setFiles] = useState<File[]>([])
  const [csv, setCsv] = useState('')
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<Error>()
  /** What came of a file, and the file that its problems are about. */
  const [done, setDone] = useState<{ outcome: O; sent: string }>()
  const choose = async (chosen: File[]) => {
    setFiles(chosen)
    setDone(undefined)
    setFailure(undefined)
    setBusy(true)
    setCsv(chosen[0] ? await chosen[0].text() : '')
    setBusy(false)
  }
  const load = async () => {
    setMissing(csv === '')
    if (csv === '') return
    setBusy(true)
    setFailure(undefined)
    try {
      setDone({ outcome: await onSend(csv), sent: csv })
    } catch (error) {
      setFailure(error as Error)
    } finally {
      setBusy(false)
    }
  }
  const problems = done?.outcome.problems ?? []
  const allIn = done !== undefined && problems.length === 0
  return (
    <Modal
      visible
      size="large"
      header={title}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {allIn ? 'Close' : 'Cancel'}
            </Button>
            {!allIn && (
              <Button variant="primary" loading={busy} loadingText="Importing" onClick={load}>
                Import
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{children}</div>
        <FormField
          label="CSV file"
          constraintText={`UTF-8 with a header line, at most 1 MB. ${cells}`}
          errorText={missing && csv === '' ? 'Choose a file.' : undefined}
        >
          <FileUpload
            accept=".csv,text/csv"
            value={files}
            onChange={({ detail }) => void choose(detail.value)}
            i18nStrings={uploadWords}
          />
        </FormField>
        <ExpandableSection headerText="The columns">
          <SpaceBetween size="s">
            {columns}
            <Button iconName="download" onClick={() => saveAs(example.name, example.csv)}>
              Example file
            </Button>
          </SpaceBetween>
        </ExpandableSection>
        {done && (
          <Alert type={allIn ? 'success' : 'warning'}>
            {taken(done.outcome)}
            {!allIn &&
              ` ${count(problems.length, 'problem', 'problems')} left: change the rows here, and import again.`}
          </Alert>
        )}
        {done && !allIn && <RowProblems key={done.sent} sent={done.sent} problems={problems} onChange={setCsv} />}
        {failure && <Trouble error={failure} what="The import" />}
      </SpaceBetween>
    </Modal>
  )
}

const uploadWords = {
  uploadButtonText: () => 'Choose a file',
  dropzoneText: () => 'Drop the file here',
  removeFileAriaLabel: () => 'Remove the file',
  limitShowFewer: 'Show fewer',
  limitShowMore: 'Show more',
  errorIconAriaLabel: 'Error',
}

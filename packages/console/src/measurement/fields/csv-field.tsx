import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { type ReactNode, useState } from 'react'

type CsvFieldProps = {
  label: string
  /** Which columns the file has. */
  description: ReactNode
  csv: string
  onChange: (csv: string) => void
  errorText?: string
}

/** Takes a CSV file, or its text; the text can be corrected before it is sent. */
export const CsvField = ({ label, description, csv, onChange, errorText }: CsvFieldProps) => {
  const [files, setFiles] = useState<File[]>([])
  const choose = async (chosen: File[]) => {
    setFiles(chosen)
    if (chosen[0]) onChange(await chosen[0].text())
  }
  return (
    <SpaceBetween size="s">
      <FormField label={label} description={description} stretch>
        <FileUpload
          accept=".csv,text/csv"
          value={files}
          onChange={({ detail }) => choose(detail.value)}
          showFileSize
          i18nStrings={{
            uploadButtonText: () => 'Choose a file',
            dropzoneText: () => 'Drop the file here',
            removeFileAriaLabel: (_, name) => `Leave ${name} out`,
            errorIconAriaLabel: 'Error',
          }}
        />
      </FormField>
      <FormField label="Rows" description="From the file, or pasted. Correct rows here." errorText={errorText} stretch>
        <Textarea value={csv} onChange={({ detail }) => onChange(detail.value)} rows={6} spellcheck={false} />
      </FormField>
    </SpaceBetween>
  )
}

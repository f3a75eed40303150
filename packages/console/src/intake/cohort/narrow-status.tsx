import Select from '@cloudscape-design/components/select'
import { statuses, statusInWords } from '../intake-status.tsx'

const options = [
  { value: '', label: 'Any status' },
  ...statuses.map((value) => ({ value: value as string, label: statusInWords(value) })),
]

/** Narrows the intakes to those of a status. */
export const NarrowStatus = ({ value, onNarrow }: { value: string; onNarrow: (status: string) => void }) => (
  <Select
    options={options}
    selectedOption={options.find((each) => each.value === value) ?? options[0]!}
    onChange={({ detail }) => onNarrow(detail.selectedOption.value ?? '')}
    ariaLabel="Status"
    expandToViewport
  />
)

import RadioGroup from '@cloudscape-design/components/radio-group'
import type { Option } from './schema.ts'

type ControlProps<V> = { value: V; onSet: (value: V) => void; required: boolean }

/** One of a few, all of them in sight. */
export const RadioControl = ({ value, onSet, options, required }: ControlProps<string> & { options: Option[] }) => (
  <RadioGroup
    value={value || null}
    items={options}
    ariaRequired={required}
    onChange={({ detail }) => onSet(detail.value)}
  />
)

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

export const YesNoControl = ({ value, onSet, required }: ControlProps<boolean | undefined>) => (
  <RadioGroup
    direction="horizontal"
    value={value === undefined ? null : value ? 'yes' : 'no'}
    items={yesOrNo}
    ariaRequired={required}
    onChange={({ detail }) => onSet(detail.value === 'yes')}
  />
)

const marks = ['1', '2', '3', '4', '5'].map((mark) => ({ value: mark, label: mark }))

/** A mark from 1 to 5 in a row; what its ends mean stands below. */
export const RatingControl = ({ value, onSet, required }: ControlProps<string>) => (
  <RadioGroup
    direction="horizontal"
    value={value || null}
    items={marks}
    ariaRequired={required}
    onChange={({ detail }) => onSet(detail.value)}
  />
)

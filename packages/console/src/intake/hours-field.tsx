import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { days, type Hours } from './week-hours.ts'

type HoursFieldProps = {
  value: Hours[]
  onChange: (hours: Hours[]) => void
  /** What is wrong with a part of an entry: `problemOf('2.to')`. */
  problemOf: (part: string) => string | undefined
}

/** The hours in which somebody can meet every week, in their own time zone. */
export const HoursField = ({ value, onChange, problemOf }: HoursFieldProps) => {
  const put = (at: number, part: Partial<Hours>) =>
    onChange(value.map((hours, index) => (index === at ? { ...hours, ...part } : hours)))
  const nameOf = (at: number) => `hours ${at + 1}`
  return (
    <AttributeEditor
      items={value}
      empty="No hours yet. Without hours, matching cannot compare when you can meet."
      addButtonText="Add hours"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ day }) => `Remove the hours on ${days[day - 1]?.label}`}
      onAddButtonClick={() => onChange([...value, { day: 1, from: '09:00', to: '12:00' }])}
      onRemoveButtonClick={({ detail }) => onChange(value.filter((_, index) => index !== detail.itemIndex))}
      definition={[
        {
          label: 'Day',
          control: ({ day }, at) => (
            <Select
              ariaLabel={`Day, ${nameOf(at)}`}
              options={days}
              selectedOption={days[day - 1] ?? null}
              onChange={({ detail }) => put(at, { day: Number(detail.selectedOption.value) })}
            />
          ),
          errorText: (_, at) => problemOf(`${at}.day`),
        },
        {
          label: 'From',
          control: ({ from }, at) => (
            <Input
              ariaLabel={`From, ${nameOf(at)}`}
              value={from}
              placeholder="09:00"
              onChange={({ detail }) => put(at, { from: detail.value })}
            />
          ),
          errorText: (_, at) => problemOf(`${at}.from`),
        },
        {
          label: 'To',
          control: ({ to }, at) => (
            <Input
              ariaLabel={`To, ${nameOf(at)}`}
              value={to}
              placeholder="12:00"
              onChange={({ detail }) => put(at, { to: detail.value })}
            />
          ),
          errorText: (_, at) => problemOf(`${at}.to`),
        },
      ]}
    />
  )
}

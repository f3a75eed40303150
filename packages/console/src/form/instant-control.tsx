import SpaceBetween from '@cloudscape-design/components/space-between'
import TimeInput from '@cloudscape-design/components/time-input'
import DateControl from './date-control.tsx'

type InstantProps = {
  value: string
  onSet: (value: string) => void
  label: string
  zone: string
  required: boolean
}

/** A day and a time of day in the program's zone; nothing as long as neither is there. */
const InstantControl = ({ value, onSet, label, zone, required }: InstantProps) => {
  const [day = '', time = ''] = value.split('T')
  const set = (newDay: string, newTime: string) => onSet(newDay || newTime ? `${newDay}T${newTime}` : '')
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      <DateControl value={day} onSet={(chosen) => set(chosen, time)} label={label} required={required} />
      <TimeInput
        value={time}
        onChange={({ detail }) => set(day, detail.value)}
        format="hh:mm"
        placeholder="hh:mm"
        ariaLabel={`Time of "${label}", in ${zone}`}
      />
      <span>Time in {zone}</span>
    </SpaceBetween>
  )
}
export default InstantControl

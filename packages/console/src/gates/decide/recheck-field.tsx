import DatePicker from '@cloudscape-design/components/date-picker'
import FormField from '@cloudscape-design/components/form-field'
import { idOf } from '../../form/focus-field.ts'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import { placeOf } from './use-checked.ts'

type RecheckFieldProps = {
  days: [first: string, last: string]
  checks: string
  value: string
  onSet: (day: string) => void
  problem: string | undefined
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** The day on which the facts are checked again. */
export const RecheckField = ({ days: [first, last], checks, value, onSet, problem }: RecheckFieldProps) => {
  const { zone } = useProgram()
  return (
    <div id={idOf(placeOf('decision', 'recheckOn'))}>
      <FormField
        label="Day of the recheck"
        description={`From ${calendarDay(first)} to ${calendarDay(last)}. The facts are checked at ${checks} (${zone}).`}
        constraintText="YYYY-MM-DD"
        errorText={problem}
      >
        <DatePicker
          value={value}
          onChange={({ detail }) => onSet(detail.value)}
          isDateEnabled={(date) => dayOf(date) >= first && dayOf(date) <= last}
          locale="en-GB"
          startOfWeek={1}
          format="iso"
          inputFormat="iso"
          placeholder="YYYY-MM-DD"
          ariaRequired
          i18nStrings={{
            todayAriaLabel: 'Today',
            previousMonthAriaLabel: 'Month before',
            nextMonthAriaLabel: 'Next month',
            openCalendarAriaLabel: (chosen) => `Choose the day of the recheck${chosen ? `; chosen is ${chosen}` : ''}`,
          }}
        />
      </FormField>
    </div>
  )
}

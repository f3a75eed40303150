import DatePicker from '@cloudscape-design/components/date-picker'

type DateProps = { value: string; onSet: (value: string) => void; label: string; required: boolean }

/** A calendar day, which has no zone. */
const DateControl = ({ value, onSet, label, required }: DateProps) => (
  <DatePicker
    value={value}
    onChange={({ detail }) => onSet(detail.value)}
    locale="en-GB"
    startOfWeek={1}
    format="long-localized"
    inputFormat="iso"
    placeholder="YYYY-MM-DD"
    ariaRequired={required}
    i18nStrings={{
      todayAriaLabel: 'Today',
      previousMonthAriaLabel: 'Month before',
      nextMonthAriaLabel: 'Next month',
      openCalendarAriaLabel: (chosen) => `Choose a day for "${label}"${chosen ? `; chosen is ${chosen}` : ''}`,
    }}
  />
)
export default DateControl

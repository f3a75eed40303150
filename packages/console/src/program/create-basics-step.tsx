import Container from '@cloudscape-design/components/container'
import DatePicker from '@cloudscape-design/components/date-picker'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { calendarDay } from '../when/when.ts'
import type { NewProgram } from './create-draft.ts'
import { dayIn, mondayOfWeek1 } from './create-first-day.ts'
import type { basicsProblems } from './create-problems.ts'
import { ZoneSelect } from './zone-select.tsx'

type BasicsStepProps = {
  entered: NewProgram
  change: (part: Partial<NewProgram>) => void
  problems: ReturnType<typeof basicsProblems>
  now: string
}

/** Name, time zone and first day of a new program. */
export const BasicsStep = ({ entered, change, problems, now }: BasicsStepProps) => {
  const { name, startDate, zone } = entered
  const today = zone ? dayIn(now, zone) : ''
  return (
    <Container>
      <SpaceBetween size="l">
        <FormField label="Name" description="As people read it in mails." errorText={problems.name}>
          <Input
            value={name}
            onChange={({ detail }) => change({ name: detail.value })}
            placeholder="Leadership pilot 2027"
          />
        </FormField>
        <FormField
          label="Time zone"
          description="Weeks, due dates and mails are reckoned in it."
          errorText={problems.zone}
        >
          <ZoneSelect zone={zone} onChange={(next) => change({ zone: next })} />
        </FormField>
        <FormField
          label="First day"
          description="Week 1 is the calendar week of this day; from a Friday on, it is the week after."
          constraintText={startDate && !problems.startDate && `Week 1 begins ${calendarDay(mondayOfWeek1(startDate))}.`}
          errorText={problems.startDate}
        >
          <DatePicker
            value={startDate}
            onChange={({ detail }) => change({ startDate: detail.value })}
            format="iso"
            inputFormat="iso"
            placeholder="YYYY-MM-DD"
            startOfWeek={1}
            isDateEnabled={(date) => localDay(date) >= today}
            i18nStrings={{ nextMonthAriaLabel: 'Next month', previousMonthAriaLabel: 'Month before' }}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  )
}

const localDay = (date: Date): string => new Intl.DateTimeFormat('sv-SE').format(date)

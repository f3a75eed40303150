import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Answer } from '../api/client.ts'
import { calendarDay } from '../when/when.ts'
import type { NewProgram } from './create-draft.ts'
import { mondayOfWeek1 } from './create-first-day.ts'
import type { RosterFile } from './roster-file.ts'
import { shownThreshold, type Threshold, unitOf } from './template-thresholds.ts'

export type CreateStep = 'template' | 'basics' | 'thresholds' | 'people' | 'review'

type ReviewStepProps = {
  entered: NewProgram
  template: Answer<'getTemplate'>['template'] | undefined
  changed: Threshold[]
  file: RosterFile
  onEdit: (step: CreateStep) => void
}

/** All that was entered, once more before the program is created. */
export const ReviewStep = ({ entered, template, changed, file, onEdit }: ReviewStepProps) => (
  <SpaceBetween size="l">
    <Part title="Template" onEdit={() => onEdit('template')}>
      {template ? `${template.title} (${template.gates.length} gates)` : 'Choose a template.'}
    </Part>
    <Part title="Name and dates" onEdit={() => onEdit('basics')}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Name', value: entered.name || '–' },
          { label: 'Time zone', value: entered.zone || '–' },
          {
            label: 'First day',
            value: entered.startDate ? <FirstDay day={entered.startDate} /> : '–',
          },
        ]}
      />
    </Part>
    <Part title="Thresholds" onEdit={() => onEdit('thresholds')}>
      {changed.length === 0 ? (
        'All as in the template.'
      ) : (
        <KeyValuePairs
          columns={2}
          items={changed.map((each) => ({
            label: `${each.key.split('.')[0]} ${each.words}`,
            value: `${each.comparison} ${entered.thresholds[each.key]} ${unitOf(each)} (template: ${shownThreshold(each, each.value)} ${unitOf(each)})`,
          }))}
        />
      )}
    </Part>
    <Part title="People" onEdit={() => onEdit('people')}>
      {file.rows.length === 0
        ? 'You alone, as program owner. The others can be imported later.'
        : `You as program owner, and ${file.rows.length} ${file.rows.length === 1 ? 'person' : 'people'} from the roster.`}
    </Part>
    <Box color="text-body-secondary">
      The program is created as a draft: nobody gets a mail and nothing runs until you start it.
    </Box>
  </SpaceBetween>
)

const FirstDay = ({ day }: { day: string }) => {
  const monday = mondayOfWeek1(day)
  return monday === day ? calendarDay(day) : `${calendarDay(day)}; week 1 begins ${calendarDay(monday)}`
}

const Part = ({ title, onEdit, children }: { title: string; onEdit: () => void; children: ReactNode }) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button onClick={onEdit} ariaLabel={`Edit: ${title}`}>
            Edit
          </Button>
        }
      >
        {title}
      </Header>
    }
  >
    {children}
  </Container>
)

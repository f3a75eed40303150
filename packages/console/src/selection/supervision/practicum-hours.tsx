import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer, Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import { FormDialog } from '../form-dialog.tsx'
import { practiceForm } from './forms.ts'

type Practicum = Answer<'getPracticum'>

/** The hours of a practicum against what is planned, and the days they were logged for. */
export const PracticumHours = ({ practicum, logs }: { practicum: Practicum; logs: boolean }) => {
  const { programId } = useProgram()
  const log = useAct('logPractice')
  const [logging, setLogging] = useState(false)
  const { coachedHours, labHours, practice, personId } = practicum
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            actions={
              logs && (
                <Button variant="primary" onClick={() => setLogging(true)}>
                  Log practice
                </Button>
              )
            }
          >
            Hours
          </Header>
        }
      >
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <Hours label="Coached" hours={coachedHours} least={20} most={30} />
            <Hours label="Labs and debriefs" hours={labHours} least={10} most={15} />
          </ColumnLayout>
          <List
            title="Practice by day"
            variant="embedded"
            from={{ rows: practice, complete: true, error: null, again: () => {} }}
            noun={{ one: 'day', many: 'days' }}
            id={({ on, kind }) => on + kind}
            file="practice"
            sortedBy={{ id: 'on', descending: true }}
            empty={{ text: 'No hours were logged yet.' }}
            columns={[
              {
                id: 'on',
                header: 'Day',
                rowHeader: true,
                minWidth: 120,
                value: ({ on }) => on,
                cell: ({ on }) => calendarDay(on),
              },
              { id: 'kind', header: 'Kind', value: ({ kind }) => (kind === 'lab' ? 'Lab or debrief' : 'Coaching') },
              { id: 'minutes', header: 'Minutes', value: ({ minutes }) => minutes },
            ]}
          />
        </SpaceBetween>
      </Container>
      {logging && (
        <FormDialog
          {...practiceForm}
          title="Log practice"
          action="Log it"
          onSend={(body: Input<'logPractice'>['body']) => log.mutateAsync({ path: { programId, personId }, body })}
          done="The practice is logged."
          onClose={() => setLogging(false)}
        >
          Said again for the same day and kind, it replaces what was said before; 0 minutes take it away. A day has at
          most 8 hours. Write nothing of what was said.
        </FormDialog>
      )}
    </>
  )
}

const Hours = ({ label, hours, least, most }: { label: string; hours: number; least: number; most: number }) => (
  <ProgressBar
    label={label}
    value={Math.min(100, (hours / least) * 100)}
    additionalInfo={`${Math.round(hours * 10) / 10} of at least ${least} hours; ${least} to ${most} are planned.`}
  />
)

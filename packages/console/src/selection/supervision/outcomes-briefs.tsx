import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { allAtOnce, useAct, useRead } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useGuides } from '../use-leads.ts'
import type { Service } from '../words.ts'
import { briefForm } from './forms.ts'

/** What a coach or mentor wrote of each 12 months (Q4), the latest first. */
export const OutcomesBriefs = ({ service, personId }: { service: Service; personId: string }) => {
  const { programId, part, may } = useProgram()
  const guides = useGuides()
  const path = { programId }
  const briefs = allAtOnce(useRead('listOutcomesBriefs', { path, query: { service, personId } }))
  const save = useAct('saveOutcomesBrief')
  const [writing, setWriting] = useState(false)
  const writes = may('log practice') && (personId === part.personId || guides(service))
  const button = writes && <Button onClick={() => setWriting(true)}>Write a brief</Button>
  return (
    <>
      <List
        title="Outcomes briefs"
        about="Every 12 months: which behaviour changed, and what shows it. Nobody by name."
        from={briefs}
        noun={{ one: 'brief', many: 'briefs' }}
        id={({ briefId }) => briefId}
        file="outcomes-briefs"
        sortedBy={{ id: 'on', descending: true }}
        actions={briefs.rows?.length ? button : undefined}
        empty={{ text: 'No brief was handed in yet.', action: button }}
        columns={[
          {
            id: 'on',
            header: 'Day',
            rowHeader: true,
            minWidth: 120,
            value: ({ on }) => on,
            cell: ({ on }) => calendarDay(on),
          },
          { id: 'summary', header: 'Summary', minWidth: 200, value: ({ summary }) => summary },
          {
            id: 'outcomes',
            header: 'Outcomes',
            minWidth: 240,
            value: ({ outcomes }) => outcomes.map(({ behaviour, evidence }) => `${behaviour}: ${evidence}`).join('; '),
          },
        ]}
      />
      {writing && (
        <FormDialog
          {...briefForm}
          title="Outcomes brief"
          action="Hand it in"
          onSend={(brief: { summary: string; outcomes: { behaviour: string; evidence: string }[] }) =>
            save.mutateAsync({ path, body: { ...brief, service, personId } })
          }
          done="The outcomes brief is handed in; the next one is due in 12 months."
          onClose={() => setWriting(false)}
        />
      )}
    </>
  )
}

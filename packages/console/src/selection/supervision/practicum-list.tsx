import { useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { StartPracticum } from './start-practicum.tsx'

/** The practicums of internal coaches, with how much of each is done. */
export const PracticumList = () => {
  const { programId, zone } = useProgram()
  const practicums = useRows('listPracticums', { path: { programId } })
  const nameOf = useSelectionNames((practicums.rows ?? []).map(({ personId }) => personId))
  const start = <StartPracticum begun={(practicums.rows ?? []).map(({ personId }) => personId)} />
  return (
    <List
      title="Practicums"
      about="8 to 12 weeks for an internal coach in training: 20 to 30 coached hours, 10 to 15 hours of labs and debriefs, two reviews, a capstone."
      from={practicums}
      noun={{ one: 'practicum', many: 'practicums' }}
      id={({ personId }) => personId}
      file="practicums"
      actions={practicums.rows?.length ? start : undefined}
      empty={{ text: 'No practicum was started yet.', action: start }}
      columns={[
        {
          id: 'coach',
          header: 'Coach',
          rowHeader: true,
          minWidth: 140,
          value: ({ personId }) => nameOf(personId),
          cell: ({ personId }) => (
            <LinkTo href={`/programs/${programId}/supervision/practicums/${personId}`}>{nameOf(personId)}</LinkTo>
          ),
        },
        { id: 'status', header: 'Status', value: ({ status }) => (status === 'open' ? 'On the way' : 'Completed') },
        {
          id: 'started',
          header: 'Started',
          minWidth: 120,
          value: ({ startedAt }) => startedAt,
          cell: ({ startedAt }) => dayOf(startedAt, zone),
        },
        { id: 'coached', header: 'Coached hours (of 20)', value: ({ coachedHours }) => rounded(coachedHours) },
        { id: 'lab', header: 'Lab hours (of 10)', value: ({ labHours }) => rounded(labHours) },
        {
          id: 'missing',
          header: 'Missing',
          minWidth: 220,
          value: ({ rules }) =>
            rules
              .filter(({ met }) => !met)
              .map(({ rule }) => rule)
              .join(', '),
        },
      ]}
    />
  )
}

const rounded = (hours: number): number => Math.round(hours * 10) / 10

import Box from '@cloudscape-design/components/box'
import type { RowOf } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import type { Column } from '../../list/list.tsx'
import { localMoment } from '../../when/when.ts'
import { IntakeStatus, statusInWords } from '../intake-status.tsx'
import { servicesInWords } from '../words.ts'

export type Line = RowOf<'listIntakes'>

type ColumnsOf = {
  programId: string
  zone: string
  /** The person signed in may read the answers. */
  mayRead: boolean
}

/** The columns of the cohort's intakes. */
export const cohortColumns = ({ programId, zone, mayRead }: ColumnsOf): Column<Line>[] => {
  const moment = (id: 'submittedAt' | 'savedAt', header: string): Column<Line> => ({
    id,
    header: `${header} (${zone})`,
    // Sorts by time; shown in words.
    value: (row) => row[id],
    cell: (row) => (row[id] ? localMoment(row[id], zone) : 'Not yet'),
    minWidth: 150,
  })
  return [
    {
      id: 'name',
      header: 'Participant',
      rowHeader: true,
      minWidth: 200,
      value: ({ name }) => name,
      cell: ({ personId, name, email, learnerKind }) => (
        <>
          {mayRead ? <LinkTo href={`/programs/${programId}/intake/${personId}`}>{name}</LinkTo> : name}
          <Box variant="small" color="text-body-secondary" display="block">
            {learnerKind === 'agent' ? 'Agent' : email}
          </Box>
        </>
      ),
    },
    { id: 'email', header: 'E-mail', notShown: true, value: ({ email }) => email },
    {
      id: 'status',
      header: 'Status',
      minWidth: 150,
      value: ({ status }) => statusInWords(status),
      cell: ({ status }) => <IntakeStatus status={status} />,
    },
    {
      id: 'round',
      header: 'Times handed in',
      minWidth: 90,
      value: ({ submissions }) => submissions ?? 0,
    },
    moment('submittedAt', 'Handed in'),
    ...(mayRead
      ? [
          {
            id: 'services',
            header: 'Services decided',
            minWidth: 150,
            value: ({ services, status }: Line) =>
              services ? servicesInWords(services) : status === 'submitted' ? 'Not decided: no consent' : 'Not yet',
          },
        ]
      : []),
    moment('savedAt', 'Last saved'),
    { id: 'reminders', header: 'Reminders', notShown: true, value: ({ reminders }) => reminders },
  ]
}

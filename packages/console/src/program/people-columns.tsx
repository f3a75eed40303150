import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import type { Column } from '../list/list.tsx'

export type Member = RowOf<'listPeople'>

type PeopleColumns = {
  programId: string
  /** Names by person id, for managers. */
  names: Map<string, string>
  mayReadIntakes: boolean
}

/** The columns of a list of people. */
export const peopleColumns = ({ programId, names, mayReadIntakes }: PeopleColumns): Column<Member>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ personId, name, email }) => (
      <>
        <LinkTo href={`/programs/${programId}/people/${personId}`}>{name}</LinkTo>
        <Box variant="small" display="block">
          {email}
        </Box>
      </>
    ),
    rowHeader: true,
    minWidth: 190,
  },
  { id: 'email', header: 'E-mail', value: ({ email }) => email, notShown: true },
  { id: 'roles', header: 'Roles', value: ({ roles }) => roles.join(', '), minWidth: 120 },
  {
    id: 'manager',
    header: 'Manager',
    value: ({ managerId }) => managerId && (names.get(managerId) ?? 'not in this program'),
  },
  { id: 'places', header: 'Places', value: ({ places }) => (places > 0 ? places : undefined) },
  { id: 'zone', header: 'Time zone', value: ({ zone }) => zone },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => status,
    cell: ({ status }) => <MemberStatus status={status} />,
  },
  ...(mayReadIntakes
    ? [
        {
          id: 'intake',
          header: 'Intake',
          value: ({ roles }: Member) => (roles.includes('participant') ? 'Intake' : undefined),
          cell: ({ personId, roles, name }: Member) =>
            roles.includes('participant') ? (
              <LinkTo href={`/programs/${programId}/intake/${personId}`} ariaLabel={`Intake of ${name}`}>
                Intake
              </LinkTo>
            ) : (
              '–'
            ),
        },
      ]
    : []),
]

/** Whether somebody is in the program or has left it, as word and sign. */
export const MemberStatus = ({ status }: { status: Member['status'] }) => (
  <StatusIndicator type={status === 'active' ? 'success' : 'stopped'}>
    {status === 'left' ? 'left the organisation' : status}
  </StatusIndicator>
)

import { type RowOf, useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'

type Row = RowOf<'listPeople'>

/** The participants, each with the way to who rates them. */
export const RatersList = () => {
  const { programId } = useProgram()
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const isRated = ({ roles, learnerKind, status }: Row) =>
    roles.includes('participant') && learnerKind !== 'agent' && status === 'active'
  const columns: Column<Row>[] = [
    { id: 'name', header: 'Participant', value: ({ name }) => name, rowHeader: true },
    { id: 'email', header: 'E-mail', value: ({ email }) => email },
    {
      id: 'raters',
      header: 'Raters',
      value: () => undefined,
      cell: ({ personId, name }) => (
        <LinkTo href={`/programs/${programId}/raters/${personId}`} ariaLabel={`See and name raters of ${name}`}>
          See and name raters
        </LinkTo>
      ),
    },
  ]
  return (
    <List
      title="Raters of participants"
      about="Who is asked in the 360 of each participant. Participants can name theirs themselves."
      from={{ ...people, rows: people.rows?.filter(isRated) }}
      noun={{ one: 'participant', many: 'participants' }}
      id={({ personId }) => personId}
      columns={columns}
      sortedBy={{ id: 'name' }}
      empty={{ text: 'Nobody takes part yet.' }}
      file="participants-raters"
    />
  )
}

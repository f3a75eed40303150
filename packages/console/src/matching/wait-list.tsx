import type { Answer } from '../api/client.ts'
import type { Rows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { type Column, List } from '../list/list.tsx'
import { useProgram } from '../program/use-program.tsx'

type Row = Answer<'getWaitList'>['items'][number]

const columns: Column<Row>[] = [
  { id: 'participant', header: 'Participant', value: ({ participantName }) => participantName, rowHeader: true },
  { id: 'service', header: 'Waits for', value: ({ service }) => service ?? 'not decided yet' },
  { id: 'why', header: 'Why', value: ({ why }) => why, minWidth: 280 },
]

/** Who is without a match, and why. */
export const WaitList = ({ from }: { from: Rows<Row> }) => {
  const { programId, may } = useProgram()
  return (
    <List
      title="Waiting list"
      about="As of the last run of matching, and what ended since. Propose matches again once somebody has a free place."
      from={from}
      noun={{ one: 'person', many: 'people' }}
      id={({ participantId, service }) => `${participantId} ${service}`}
      columns={columns}
      sortedBy={{ id: 'participant' }}
      empty={{ text: 'Nobody waits for a match.' }}
      file="waiting-list"
      actions={may('read providers') && <ButtonTo href={`/programs/${programId}/capacity`}>Capacity</ButtonTo>}
    />
  )
}

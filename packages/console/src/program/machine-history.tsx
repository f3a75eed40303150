import type { Rows } from '../api/queries.ts'
import { type Column, List } from '../list/list.tsx'
import { moment } from '../when/when.ts'
import type { HistoryEvent } from './machine-status.ts'
import { useProgram } from './use-program.tsx'

/** What the execution did, event by event, newest first. */
export const MachineHistory = ({ history }: { history: Rows<HistoryEvent> }) => {
  const { zone } = useProgram()
  const columns: Column<HistoryEvent>[] = [
    { id: 'id', header: 'No.', value: ({ id }) => id, rowHeader: true },
    { id: 'at', header: 'At', minWidth: 190, value: ({ at }) => at, cell: ({ at }) => moment(at, zone) },
    { id: 'type', header: 'What happened', value: ({ type }) => inWords(type) },
    { id: 'state', header: 'State', value: ({ state }) => state, minWidth: 200 },
    { id: 'error', header: 'Error', value: ({ error }) => error },
    { id: 'cause', header: 'Cause', value: ({ cause }) => cause },
  ]
  return (
    <List
      title="History"
      from={history}
      noun={{ one: 'event', many: 'events' }}
      id={({ id }) => String(id)}
      columns={columns}
      sortedBy={{ id: 'id', descending: true }}
      empty={{ text: 'Nothing has happened yet.' }}
      file="history"
    />
  )
}

/** Step Functions' name of an event as words: `TaskStateEntered` → "Task state entered". */
const inWords = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

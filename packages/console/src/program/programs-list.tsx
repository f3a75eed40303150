import type { Answer } from '../api/client.ts'
import type { Rows } from '../api/queries.ts'
import { List } from '../list/list.tsx'
import { useProgramColumns } from './programs-columns.tsx'

type ProgramsListProps = { from: Rows<Answer<'listPrograms'>['items'][number]> }

/** The programs one has a part in. Loaded apart: the first page of all shows itself before its table has come. */
export default function ProgramsList({ from }: ProgramsListProps) {
  return (
    <List
      title="Your programs"
      from={from}
      noun={{ one: 'program', many: 'programs' }}
      id={({ programId }) => programId}
      columns={useProgramColumns(from.rows ?? [])}
      empty={{ text: 'You have no part in a program yet.' }}
      file="programs"
    />
  )
}

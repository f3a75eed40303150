import type { ReactNode } from 'react'
import { type RowOf, useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { localMoment } from '../../when/when.ts'
import { aboutInWords } from './about-in-words.ts'
import { Rag } from './rag.tsx'

type Pack = RowOf<'listPacks'>

/** The steering packs with their editions, newest first. */
export const PackList = ({ action }: { action: ReactNode }) => {
  const { programId, zone } = useProgram()
  const packs = useRows('listPacks', { path: { programId }, query: { limit: 20 } }, { everySeconds: 30 })
  const nameOf = useNames(packs.rows?.map(({ madeBy }) => madeBy) ?? [])
  const columns: Column<Pack>[] = [
    {
      id: 'about',
      header: 'Pack',
      rowHeader: true,
      minWidth: 200,
      value: ({ about }) => aboutInWords(about),
      cell: ({ about, packId }) => (
        <LinkTo href={`/programs/${programId}/packs/${packId}`}>{aboutInWords(about)}</LinkTo>
      ),
    },
    { id: 'round', header: 'Round', minWidth: 80, value: ({ round }) => round },
    { id: 'edition', header: 'Edition', minWidth: 90, value: ({ edition }) => edition },
    {
      id: 'rag',
      header: 'Red, amber, green',
      minWidth: 130,
      value: ({ rag }) => rag,
      cell: ({ rag }) => <Rag rag={rag} />,
    },
    {
      id: 'made',
      header: `Made (${zone})`,
      minWidth: 200,
      value: ({ madeAt }) => madeAt,
      cell: ({ madeAt }) => localMoment(madeAt, zone),
    },
    { id: 'by', header: 'By', minWidth: 130, value: ({ madeBy }) => nameOf(madeBy) },
  ]
  return (
    <List
      title="Steering packs"
      about="What the committee decides on. An edition never changes once it is made."
      from={packs}
      noun={{ one: 'pack', many: 'packs' }}
      id={({ packId }) => packId}
      columns={columns}
      sortedBy={{ id: 'made', descending: true }}
      empty={{
        text: 'No pack was made yet. Pilotgate makes one for every early-signal report and when the committee is asked.',
      }}
      file="steering-packs"
      actions={action}
    />
  )
}

import { type Column, List } from '../../list/list.tsx'

type LinesProps<Row> = { title: string; noun: { one: string; many: string }; rows: Row[]; columns: Column<Row>[] }

/** The lines of a deliverable as a list. */
export const Lines = <Row,>({ title, noun, rows, columns }: LinesProps<Row>) => {
  const places = new Map(rows.map((row, place) => [row, String(place)]))
  return (
    <List
      title={title}
      from={{ rows, complete: true, error: null, again: () => undefined }}
      noun={noun}
      id={(row) => places.get(row) ?? ''}
      columns={columns}
      empty={{ text: `There are no ${noun.many}.` }}
      file={title.toLowerCase().replaceAll(' ', '-')}
    />
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import type { ReactNode } from 'react'
import type { Rows } from '../api/queries.ts'
import { Trouble } from '../frame/trouble.tsx'
import type { Column } from './column.ts'
import { saveAs, toCsv } from './export-csv.ts'
import { useShownRows } from './use-shown-rows.ts'

export type { Column } from './column.ts'

type ListProps<Row> = {
  title: string
  about?: ReactNode
  from: Rows<Row>
  /** What a row is: `{ one: 'person', many: 'people' }`. */
  noun: { one: string; many: string }
  id: (row: Row) => string
  columns: Column<Row>[]
  /** What to say, and offer, when there is nothing yet. */
  empty: { text: string; action?: ReactNode }
  /** The name of the CSV file, without its ending. */
  file: string
  actions?: ReactNode
  /** Choices that narrow the list, shown beside the search field. */
  narrow?: ReactNode
  /** Rows can be chosen; the chosen ones are the page's own matter. */
  chosen?: Row[]
  onChoose?: (rows: Row[]) => void
  /** The column and direction the list is sorted by at first. */
  sortedBy?: { id: string; descending?: boolean }
  /** Level of the title within the page. */
  variant?: 'container' | 'embedded'
}

const pageSize = 50

/**
 * Every list of the console: search, sort by any column, pages of 50, CSV of what is shown, and words for when it is empty, on
 * its way or refused. Rows that are still coming in are counted; the first ones can be used meanwhile. A list of the newest rows says so
 * and offers the older ones.
 */
export const List = <Row,>(props: ListProps<Row>) => {
  const { title, about, from, noun, id, columns, empty, file, actions, narrow, chosen, onChoose, sortedBy } = props
  const shown = useShownRows(from.rows, columns, pageSize, sortedBy)
  const definitions = columns
    .filter(({ notShown }) => !notShown)
    .map((column) => ({
      id: column.id,
      header: column.header,
      cell: (row: Row) => (column.cell ? column.cell(row) : (column.value(row) ?? '–')),
      sortingField: column.id,
      isRowHeader: column.rowHeader,
      minWidth: column.minWidth,
    }))
  const count = from.rows?.length ?? 0
  const save = () =>
    saveAs(
      `${file}.csv`,
      toCsv(
        columns.map(({ header }) => header),
        shown.found.map((row) => columns.map((column) => column.value(row))),
      ),
    )
  if (from.error && !from.rows) return <Trouble error={from.error} what={title} again={from.again} />
  return (
    <Table
      variant={props.variant ?? 'container'}
      items={shown.items}
      trackBy={id}
      columnDefinitions={definitions}
      sortingColumn={definitions.find((each) => each.id === shown.sorting?.id)}
      sortingDescending={shown.sorting?.descending}
      onSortingChange={({ detail }) =>
        shown.setSorting({ id: detail.sortingColumn.sortingField ?? '', descending: detail.isDescending ?? false })
      }
      empty={
        count === 0 ? (
          <Nothing text={empty.text} action={empty.action} />
        ) : (
          <Nothing
            text={`No ${noun.one} matches your search.`}
            action={<Button onClick={() => shown.setText('')}>Clear the search</Button>}
          />
        )
      }
      loading={!from.rows}
      loadingText={`Loading ${noun.many} …`}
      wrapLines
      stickyHeader={props.variant !== 'embedded'}
      {...(onChoose && {
        selectionType: 'multi' as const,
        selectedItems: chosen ?? [],
        onSelectionChange: ({ detail }: { detail: { selectedItems: Row[] } }) => onChoose(detail.selectedItems),
      })}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: `Choose ${noun.many}`,
        allItemsSelectionLabel: () => `Choose all ${noun.many} on this page`,
        itemSelectionLabel: (_, row) => `Choose ${columns.find(({ rowHeader }) => rowHeader)?.value(row) ?? id(row)}`,
      }}
      header={
        <Header
          variant="h2"
          description={about}
          counter={
            from.rows &&
            `(${chosen?.length ? `${chosen.length} of ` : ''}${count}${from.complete ? '' : from.older ? ' newest' : ' so far'})`
          }
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {actions}
              <Button iconName="download" onClick={save} disabled={shown.found.length === 0}>
                CSV
              </Button>
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
      filter={
        <SpaceBetween direction="horizontal" size="xs">
          <TextFilter
            filteringText={shown.text}
            onChange={({ detail }) => shown.setText(detail.filteringText)}
            filteringPlaceholder={`Search ${noun.many}`}
            filteringAriaLabel={`Search ${noun.many}`}
            countText={`${shown.found.length} of ${count}`}
          />
          {narrow}
        </SpaceBetween>
      }
      footer={
        from.older && (
          <Box textAlign="center">
            <SpaceBetween size="xs">
              <Box color="text-body-secondary">
                These are the newest {count} {noun.many}: searching and sorting is over these.
              </Box>
              <Button onClick={from.older}>Show older {noun.many}</Button>
            </SpaceBetween>
          </Box>
        )
      }
      pagination={
        count > pageSize ? (
          <Pagination
            currentPageIndex={shown.page}
            pagesCount={shown.pages}
            onChange={({ detail }) => shown.setPage(detail.currentPageIndex)}
            ariaLabels={pageLabels}
          />
        ) : undefined
      }
    />
  )
}

const pageLabels = {
  nextPageLabel: 'Next page',
  previousPageLabel: 'Page before',
  pageLabel: (page: number) => `Page ${page}`,
}

const Nothing = ({ text, action }: { text: string; action?: ReactNode }) => (
  <Box textAlign="center" color="inherit" padding={{ vertical: 'm' }}>
    <SpaceBetween size="s">
      <Box variant="p" color="inherit">
        {text}
      </Box>
      {action}
    </SpaceBetween>
  </Box>
)

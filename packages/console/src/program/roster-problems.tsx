import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Pagination from '@cloudscape-design/components/pagination'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { RosterRow } from './roster-file.ts'
import { correctedRows, type RowProblem } from './roster-parts.ts'

const pageSize = 20

type RosterProblemsProps = { problems: RowProblem[]; busy: boolean; onSend: (rows: RosterRow[]) => void }

/** The rows that were not taken, each problem beside the text of its row, to be put right here and sent again. */
export const RosterProblems = ({ problems, busy, onSend }: RosterProblemsProps) => {
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [page, setPage] = useState(1)
  const pages = Math.ceil(problems.length / pageSize)
  const at = Math.min(page, pages)
  const key = ({ row, field }: RowProblem) => `${row.line}.${field}`
  const rows = correctedRows(problems, texts)
  return (
    <Table
      items={problems.slice((at - 1) * pageSize, at * pageSize)}
      trackBy={(each) => `${key(each)} ${each.problem}`}
      wrapLines
      ariaLabels={{ tableLabel: 'Rows to put right' }}
      columnDefinitions={[
        {
          id: 'row',
          header: 'What stands there',
          cell: ({ row }) => <RowText row={row} />,
          minWidth: 130,
          width: '35%',
        },
        {
          id: 'correct',
          header: 'Put it right',
          minWidth: 170,
          cell: (each) => (
            <FormField label={each.field} errorText={each.problem} i18nStrings={{ errorIconAriaLabel: 'Problem' }}>
              <Input
                ariaLabel={`${each.field} of line ${each.row.line}`}
                value={texts[key(each)] ?? each.row.texts[each.field]}
                onChange={({ detail }) => setTexts((all) => ({ ...all, [key(each)]: detail.value }))}
                spellcheck={false}
              />
            </FormField>
          ),
        },
      ]}
      header={
        <Header
          variant="h2"
          counter={`(${rows.length})`}
          description="What was taken stays as it is; what you put right here is sent alone."
          actions={
            <Button variant="primary" loading={busy} onClick={() => onSend(rows)}>
              Send {rows.length === 1 ? 'this row' : `these ${rows.length} rows`} again
            </Button>
          }
        >
          Rows to put right
        </Header>
      }
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={at}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
            ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Page before', pageLabel: (n) => `Page ${n}` }}
          />
        )
      }
    />
  )
}

const RowText = ({ row: { line, texts } }: { row: RosterRow }) => (
  <>
    <div>
      Line {line}: {texts.name || '(no name)'}
    </div>
    <Box variant="small">
      {[texts.email || '(no address)', texts.roles || '(no roles)', texts.zone].filter(Boolean).join(' · ')}
    </Box>
  </>
)

import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import type { Answer } from '../api/client.ts'
import { type Column, List } from '../list/list.tsx'
import { type RosterFile, type RosterRow, rolesIn, rosterColumns } from './roster-file.ts'
import { countRoles, mergePeople, needsOf, type Someone } from './roster-needs.ts'
import { RosterNeeds } from './roster-needs-list.tsx'

type RosterPreviewProps = {
  file: RosterFile
  /** Who is in the program already. */
  already: readonly Someone[]
  template: Answer<'getTemplate'>['template'] | undefined
}

const columns: Column<RosterRow>[] = [
  { id: 'line', header: 'Line', value: ({ line }) => line },
  ...rosterColumns.map((column) => ({
    id: column,
    header: column,
    value: ({ texts }: RosterRow) => texts[column],
    rowHeader: column === 'email',
  })),
]

/** What was read from a roster before it is sent: how many people have which role, and what the start of the program still needs. */
export const RosterPreview = ({ file, already, template }: RosterPreviewProps) => {
  const { people, counts, unknown } = useMemo(() => {
    const given = file.rows.map((row) => ({ email: row.texts.email, roles: rolesIn(row) }))
    return { people: mergePeople([...already, ...given]), ...countRoles(given) }
  }, [file, already])
  if (file.rows.length === 0) return null
  return (
    <SpaceBetween size="m">
      <Box variant="h3">
        {file.rows.length} {file.rows.length === 1 ? 'person' : 'people'} in the roster
      </Box>
      <KeyValuePairs columns={4} items={counts.map(({ role, count }) => ({ label: role, value: count }))} />
      {unknown.length > 0 && (
        <Alert type="warning" header="Words that are no role">
          {unknown.slice(0, 10).join(', ')}. Rows with them are not taken; you can correct them after the import.
        </Alert>
      )}
      {file.ignored.length > 0 && <Alert type="info">These columns are not used: {file.ignored.join(', ')}.</Alert>}
      {template && <RosterNeeds needs={needsOf(template, people)} />}
      <ExpandableSection headerText="Look at the rows">
        <List
          title="Rows"
          variant="embedded"
          from={{ rows: file.rows, complete: true, error: null, again: () => {} }}
          noun={{ one: 'row', many: 'rows' }}
          id={({ line }) => String(line)}
          columns={columns}
          empty={{ text: 'There are no rows.' }}
          file="roster"
        />
      </ExpandableSection>
    </SpaceBetween>
  )
}

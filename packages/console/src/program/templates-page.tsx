import type { Answer } from '../api/client.ts'
import { allAtOnce, useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { type Column, List } from '../list/list.tsx'

type Row = Answer<'listTemplates'>['items'][number]

const columns: Column<Row>[] = [
  {
    id: 'title',
    header: 'Template',
    value: ({ title }) => title,
    cell: ({ templateId, title }) => <LinkTo href={`/templates/${templateId}`}>{title}</LinkTo>,
    rowHeader: true,
    minWidth: 200,
  },
  { id: 'summary', header: 'What it is for', value: ({ summary }) => summary, minWidth: 260 },
  { id: 'weeks', header: 'Weeks', value: ({ weeks }) => weeks },
  { id: 'gates', header: 'Gates', value: ({ gates }) => gates },
  { id: 'version', header: 'Version', value: ({ templateVersion }) => templateVersion },
  { id: 'id', header: 'Id', value: ({ templateId }) => templateId },
]

/** What programs can run on: the templates shipped with Pilotgate and the organisation's own. */
export const Component = () => (
  <Page
    title="Templates"
    about="A template lays out the weeks of a program, what is done in them, and what each gate demands. Copy one to change it."
  >
    <List
      title="Templates"
      from={allAtOnce(useRead('listTemplates', {}))}
      noun={{ one: 'template', many: 'templates' }}
      id={({ templateId }) => templateId}
      columns={columns}
      empty={{ text: 'There are no templates.' }}
      file="templates"
    />
  </Page>
)

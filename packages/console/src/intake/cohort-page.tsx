import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useRead, useRows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { List } from '../list/list.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { cohortColumns } from './cohort/cohort-columns.tsx'
import { CohortCompletion } from './cohort/completion.tsx'
import { ImportAnswers } from './cohort/import-answers.tsx'
import { InviteCohort } from './cohort/invite-cohort.tsx'
import { NarrowStatus } from './cohort/narrow-status.tsx'

/** How far the intake of the cohort has come; the status that is looked at is in the address. */
export const Component = () => {
  const { programId, program, may, zone } = useProgram()
  const [query, setQuery] = useSearchParams()
  const [importing, setImporting] = useState(false)
  const status = query.get('status') ?? ''
  const path = { programId }
  const intakes = useRows('listIntakes', { path, query: { limit: 100 } })
  const first = useRead('listIntakes', { path, query: { limit: 1 } })
  const { rows } = intakes
  const shown = useMemo(() => rows?.filter((row) => !status || row.status === status), [rows, status])
  const mayRead = may('read any intake')
  const columns = useMemo(() => cohortColumns({ programId, zone, mayRead }), [programId, zone, mayRead])
  const isOpen = program.status === 'running' || program.status === 'paused'
  // Until all rows are in it is not known; then the button does no harm.
  const allInvited = intakes.complete && (rows?.length ?? 0) >= (first.data?.completion.participants ?? 1)
  const manages = may('manage intake') && isOpen
  return (
    <Page
      title="Intake"
      about="What participants aim at, and what may be used of it, before they are matched."
      crumbs={useCrumbs()}
      actions={
        manages && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setImporting(true)}>Import answers</Button>
            {!allInvited && <InviteCohort />}
          </SpaceBetween>
        )
      }
    >
      <CohortCompletion completion={first.data?.completion} rows={rows} complete={intakes.complete} />
      <List
        title="Intakes"
        about={mayRead ? 'Why services were decided stands in each intake; that it is read is recorded.' : undefined}
        from={{ ...intakes, rows: shown }}
        noun={{ one: 'intake', many: 'intakes' }}
        id={({ personId }) => personId}
        columns={columns}
        sortedBy={{ id: 'name' }}
        file="intakes"
        narrow={
          <NarrowStatus value={status} onNarrow={(to) => setQuery(to ? { status: to } : {}, { replace: true })} />
        }
        empty={
          status
            ? {
                text: 'No intake has this status.',
                action: <Button onClick={() => setQuery({}, { replace: true })}>Show all</Button>,
              }
            : program.status === 'draft'
              ? {
                  text: 'The program is a draft. Participants are invited once it has started.',
                  action: <ButtonTo href={`/programs/${programId}`}>To the program</ButtonTo>,
                }
              : { text: 'Nobody is invited yet.', action: manages && <InviteCohort plain /> }
        }
      />
      {importing && <ImportAnswers onClose={() => setImporting(false)} />}
    </Page>
  )
}

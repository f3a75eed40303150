import Button from '@cloudscape-design/components/button'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useRows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { List } from '../list/list.tsx'
import { peopleColumns } from './people-columns.tsx'
import { PeopleNarrow } from './people-narrow.tsx'
import { useCrumbs } from './use-crumbs.ts'
import { useProgram } from './use-program.tsx'

/** Who takes part in the program, and as what; role and status are in the address. */
export const Component = () => {
  const { programId, may } = useProgram()
  const [query, setQuery] = useSearchParams()
  const role = query.get('role') ?? ''
  const status = query.get('status') ?? ''
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const { rows } = people
  const shown = useMemo(
    () =>
      rows?.filter((row) => (!role || row.roles.some((each) => each === role)) && (!status || row.status === status)),
    [rows, role, status],
  )
  const columns = useMemo(() => {
    const names = new Map(rows?.map(({ personId, name }) => [personId, name]))
    return peopleColumns({
      programId,
      names,
      mayReadIntakes: may('read any intake'),
    })
  }, [rows, programId])
  const narrow = (name: 'role' | 'status', value: string) =>
    setQuery(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  const importTo = `/programs/${programId}/people/import`
  const narrowed = role !== '' || status !== ''
  return (
    <Page
      title="People and roles"
      about="Everyone with a part in this program."
      crumbs={useCrumbs()}
      actions={
        may('manage people') && (
          <ButtonTo href={importTo} variant="primary">
            Import people
          </ButtonTo>
        )
      }
    >
      <List
        title="People"
        from={{ ...people, rows: shown }}
        noun={{ one: 'person', many: 'people' }}
        id={({ personId }) => personId}
        columns={columns}
        sortedBy={{ id: 'name' }}
        empty={
          narrowed
            ? {
                text: 'Nobody here has this role and status.',
                action: <Button onClick={() => setQuery({}, { replace: true })}>Show everyone</Button>,
              }
            : {
                text: 'Nobody is in the program yet.',
                action: may('manage people') && <ButtonTo href={importTo}>Import people</ButtonTo>,
              }
        }
        file="people"
        narrow={<PeopleNarrow role={role} status={status} onNarrow={narrow} />}
      />
    </Page>
  )
}

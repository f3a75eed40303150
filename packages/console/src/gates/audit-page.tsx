import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import { useRead, useRows } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { type Column, List } from '../list/list.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { localMoment } from '../when/when.ts'
import type { AuditLine } from './audit/details.ts'
import { EventDetails } from './audit/event-details.tsx'
import { eventGroups, groupOf } from './audit/event-groups.ts'
import { eventInWords } from './audit/event-in-words.ts'

/** Everything that happened in the program, newest first; `?about=` shows only what is about one thing. */
export const Component = () => {
  const { programId, zone, may } = useProgram()
  const events = useRows('listEvents', { path: { programId }, query: { limit: 1000 } })
  const people = useRead('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: may('read people') })
  const [search, setSearch] = useSearchParams()
  const about = search.get('about') ?? ''
  const names = new Map(people.data?.items.map(({ personId, name }) => [personId, name]))
  const nameOf = (id: string) => (id === 'pilotgate' ? 'Pilotgate' : (names.get(id) ?? id))
  const words = (line: AuditLine) => eventInWords(line, nameOf)
  const options = [{ value: '', label: 'About everything' }, ...eventGroups.map((value) => ({ value, label: value }))]
  const columns: Column<AuditLine>[] = [
    {
      id: 'when',
      header: `When (${zone})`,
      minWidth: 180,
      value: ({ at }) => at,
      cell: ({ at }) => localMoment(at, zone),
    },
    { id: 'what', header: 'What happened', rowHeader: true, minWidth: 300, value: words },
    {
      id: 'who',
      header: 'Who',
      minWidth: 150,
      value: ({ by }) => (by ? nameOf(by) : 'known to those concerned'),
    },
    { id: 'about', header: 'About', minWidth: 140, value: ({ type }) => groupOf(type) },
    {
      id: 'details',
      header: 'On record',
      minWidth: 220,
      value: ({ type, details }) => `${type} ${JSON.stringify(details)}`,
      cell: (line) => <EventDetails line={line} sentence={words(line)} />,
    },
  ]
  return (
    <Page
      title="Audit"
      about="Who did what and when. Ids, states and days; never texts of people or what single people answered."
      crumbs={useCrumbs()}
    >
      <List
        title="Events"
        from={about ? { ...events, rows: events.rows?.filter(({ type }) => groupOf(type) === about) } : events}
        noun={{ one: 'event', many: 'events' }}
        id={({ eventId }) => eventId}
        columns={columns}
        sortedBy={{ id: 'when', descending: true }}
        empty={{ text: about ? 'Nothing of this kind happened yet.' : 'Nothing happened in this program yet.' }}
        file="audit"
        narrow={
          <Select
            ariaLabel="What it is about"
            options={options}
            selectedOption={options.find(({ value }) => value === about) ?? options[0]!}
            onChange={({ detail }) =>
              setSearch(detail.selectedOption.value ? { about: detail.selectedOption.value } : {})
            }
          />
        }
      />
    </Page>
  )
}

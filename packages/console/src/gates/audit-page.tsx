import { useRead, useRows } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { programGroups } from './audit/event-groups.ts'
import { EventList } from './audit/event-list.tsx'

/** Everything that happened in the program, newest first; `?about=` shows only what is about one thing. */
export const Component = () => {
  const { programId, zone, may } = useProgram()
  const events = useRows('listEvents', { path: { programId }, query: { limit: 1000 } })
  const people = useRead('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: may('read people') })
  const names = new Map(people.data?.items.map(({ personId, name }) => [personId, name]))
  const nameOf = (id: string) => (id === 'pilotgate' ? 'Pilotgate' : (names.get(id) ?? id))
  return (
    <Page
      title="Audit"
      about="Who did what and when. Ids, states and days; never texts of people or what single people answered."
      crumbs={useCrumbs()}
    >
      <EventList
        from={events}
        reader={{ nameOf, zone }}
        groups={programGroups}
        empty="Nothing happened in this program yet."
      />
    </Page>
  )
}

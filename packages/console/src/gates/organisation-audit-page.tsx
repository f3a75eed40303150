import { newest, useRead, useRows } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { useOrganisation } from '../program/use-organisation.ts'
import { useRosterNames } from '../program/use-roster-names.ts'
import { ownZone } from '../when/when.ts'
import type { AuditLine } from './audit/details.ts'
import { organisationGroups } from './audit/event-groups.ts'
import { EventList } from './audit/event-list.tsx'
import type { Thing } from './audit/linked-sentence.tsx'

/** Everything that happened beyond programs, newest first; `?about=` shows only what is about one thing. */
export const Component = () => {
  const { may } = useOrganisation()
  const events = useRows('listOrganisationEvents', { query: { limit: 200 } }, newest)
  const connections = useRead('listConnections', {}, { enabled: may('manage connections') })
  const webhooks = useRead('listWebhooks', {}, { enabled: may('manage webhooks') })
  const people = useRosterNames()
  const things = new Map<string, Thing>([
    ...(connections.data?.items ?? []).map(
      ({ connectionId: id, name }) => [id, { name, href: `/connections/${id}` }] as const,
    ),
    ...(webhooks.data?.items ?? []).map(
      ({ webhookId: id, url }) => [id, { name: url, href: `/webhooks/${id}` }] as const,
    ),
  ])
  const nameOf = (id: string) => (id === 'pilotgate' ? 'Pilotgate' : (things.get(id)?.name ?? people.get(id) ?? id))
  const thingOf = ({ details }: AuditLine) => things.get(String(details.connectionId ?? details.webhookId))
  return (
    <Page
      title="Audit of the organisation"
      about="What HR systems told of people, and what was changed about connections and webhooks, newest first."
    >
      <EventList
        from={events}
        reader={{ nameOf, zone: ownZone }}
        groups={organisationGroups}
        thingOf={thingOf}
        empty="No HR system has told of anything, and no connection or webhook was changed yet."
      />
    </Page>
  )
}

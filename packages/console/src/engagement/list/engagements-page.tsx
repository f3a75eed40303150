import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import { useRows } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Page } from '../../frame/page.tsx'
import { List } from '../../list/list.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { paceOf, paces, statuses } from '../signs.tsx'
import { serviceInWords } from '../words.ts'
import { useEngagementColumns } from './engagement-columns.tsx'
import { Filter } from './filter.tsx'

const optionsOf = (looks: Record<string, [unknown, string]>) =>
  Object.entries(looks).map(([value, [, label]]) => ({ value, label }))
const services = ['coach', 'mentor', 'mentor coach'].map((value) => ({
  value,
  label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
}))

/** The engagements that one sees; `?status=`, `?service=` and `?pace=` narrow them. */
export const Component = () => {
  const { programId, part, may } = useProgram()
  const [search] = useSearchParams()
  const engagements = useRows('listEngagements', { path: { programId }, query: { limit: 100 } })
  const all = engagements.rows ?? []
  const isOwn = all.length > 0 && all.every((row) => [row.participantId, row.providerId].includes(part.personId))
  const columns = useEngagementColumns(all, isOwn)
  const asked = (name: string, value: string | undefined) => !search.get(name) || search.get(name) === value
  const rows = engagements.rows?.filter(
    (row) => asked('status', row.status) && asked('service', serviceInWords(row)) && asked('pace', paceOf(row)),
  )
  const narrowed = rows?.length !== engagements.rows?.length
  const publishes = may('read matches')
  return (
    <Page
      title="Engagements"
      about="Each participant with a coach or a mentor, from the published match to its end. Stalled: no session in two cadences."
      crumbs={useCrumbs()}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {may('read measurement') && <ButtonTo href={`/programs/${programId}/action-items`}>Action items</ButtonTo>}
          {may('raise escalations') && <ButtonTo href={`/programs/${programId}/escalations`}>Escalations</ButtonTo>}
        </SpaceBetween>
      }
    >
      <List
        title="Engagements"
        from={{ ...engagements, rows }}
        noun={{ one: 'engagement', many: 'engagements' }}
        id={({ engagementId }) => engagementId}
        columns={columns}
        sortedBy={{ id: 'participant' }}
        file="engagements"
        empty={{
          text: narrowed
            ? 'No engagement is like this.'
            : publishes
              ? 'There is no engagement yet. Each published match becomes one.'
              : 'You have no engagement yet. You get a mail when your match is published.',
          action: narrowed ? (
            <ButtonTo href={`/programs/${programId}/engagements`}>Show all engagements</ButtonTo>
          ) : publishes ? (
            <ButtonTo href={`/programs/${programId}/matching`}>Go to matching</ButtonTo>
          ) : undefined,
        }}
        narrow={
          <SpaceBetween direction="horizontal" size="xs">
            <Filter name="status" label="Status" all="Every status" options={optionsOf(statuses)} />
            <Filter name="service" label="Service" all="Every service" options={services} />
            {all.some(({ cadence }) => cadence) && (
              <Filter name="pace" label="Pace" all="Every pace" options={optionsOf(paces)} />
            )}
          </SpaceBetween>
        }
      />
    </Page>
  )
}

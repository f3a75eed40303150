import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useRows } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from './use-program.tsx'

const counted = [
  ['participant', 'Participants'],
  ['coach', 'Coaches'],
  ['mentor', 'Mentors'],
  ['manager', 'Managers'],
] as const

/** How many people take part, by what they are. */
export const OverviewPeople = () => {
  const { programId } = useProgram()
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const active = people.rows?.filter(({ status }) => status === 'active')
  const withdrawn = (people.rows?.length ?? 0) - (active?.length ?? 0)
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" counter={active && people.complete ? `(${active.length})` : undefined}>
          People
        </Header>
      }
      footer={<LinkTo href={`/programs/${programId}/people`}>Everyone</LinkTo>}
    >
      {people.error && !active && <Trouble error={people.error} what="The people" again={people.again} />}
      {!active && !people.error && <Loading what="the people" />}
      {active && (
        <KeyValuePairs
          columns={2}
          items={[
            ...counted.map(([role, label]) => ({
              label,
              value: String(active.filter(({ roles }) => roles.includes(role)).length),
            })),
            { label: 'Withdrawn', value: String(withdrawn) },
          ]}
        />
      )}
    </Container>
  )
}

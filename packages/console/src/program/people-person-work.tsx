import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { type RowOf, useRows } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import type { Member } from './people-columns.tsx'
import { useProgram } from './use-program.tsx'

type Engagement = RowOf<'listEngagements'>

/** The way to what somebody takes part in: intake, engagements, selection, as far as one may see them. */
export const PersonWork = ({ person: { personId, roles, name } }: { person: Member }) => {
  const { programId, may } = useProgram()
  const path = { programId }
  const isParticipant = roles.includes('participant')
  const isProvider = roles.includes('coach') || roles.includes('mentor')
  const engagements = may('read engagements')
  const asParticipant = useRows(
    'listEngagements',
    { path, query: { participantId: personId } },
    { enabled: engagements && isParticipant },
  )
  const asProvider = useRows(
    'listEngagements',
    { path, query: { providerId: personId } },
    { enabled: engagements && isProvider },
  )
  const candidacies = useRows('listCandidacies', { path }, { enabled: may('read candidacies') && isProvider })
  const own = candidacies.rows?.filter((row) => row.personId === personId)
  const base = `/programs/${programId}`
  const engagementLinks = (rows: Engagement[] | undefined, other: (row: Engagement) => string) => (
    <Links
      loading={rows === undefined}
      none="none yet"
      links={rows?.map((row) => ({
        href: `${base}/engagements/${row.engagementId}`,
        text: `${row.service} with ${other(row)}: ${row.pausedAt ? 'paused' : row.status}`,
      }))}
    />
  )
  const items = [
    ...(isParticipant && may('read any intake')
      ? [{ label: 'Intake', value: <LinkTo href={`${base}/intake/${personId}`}>Intake of {name}</LinkTo> }]
      : []),
    ...(isParticipant && engagements
      ? [{ label: 'Is coached or mentored', value: engagementLinks(asParticipant.rows, (row) => row.providerName) }]
      : []),
    ...(isProvider && engagements
      ? [{ label: 'Coaches or mentors', value: engagementLinks(asProvider.rows, (row) => row.participantName) }]
      : []),
    ...(isProvider && may('read candidacies')
      ? [
          {
            label: 'Selection',
            value: (
              <Links
                loading={own === undefined}
                none="no candidacy"
                links={own?.map((row) => ({
                  href: `${base}/candidacies/${row.candidacyId}`,
                  text: `${row.path}: ${row.status}`,
                }))}
              />
            ),
          },
        ]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Container header={<Header variant="h2">What they take part in</Header>}>
      <KeyValuePairs columns={2} items={items} />
    </Container>
  )
}

type LinksProps = { links: { href: string; text: string }[] | undefined; loading: boolean; none: string }

const Links = ({ links = [], loading, none }: LinksProps): ReactNode => {
  if (loading) return 'Loading …'
  if (links.length === 0) return none
  return (
    <SpaceBetween size="xs">
      {links.map(({ href, text }) => (
        <LinkTo key={href} href={href}>
          {text}
        </LinkTo>
      ))}
    </SpaceBetween>
  )
}

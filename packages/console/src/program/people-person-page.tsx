import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { type Member, MemberStatus } from './people-columns.tsx'
import { PersonWork } from './people-person-work.tsx'
import { WithdrawPerson } from './people-withdraw.tsx'
import { PersonHistory } from './person-history.tsx'
import { useCrumbs } from './use-crumbs.ts'
import { useProgram } from './use-program.tsx'

/** One person of the program: their roles, and the way to all that concerns them. */
export const Component = () => {
  const { personId = '' } = useParams()
  const { programId } = useProgram()
  const found = useRead('listPeople', { path: { programId }, query: { ids: personId } })
  const person = found.data?.items[0]
  const crumbs = useCrumbs(['People and roles', '/people'])
  if (person) return <Person person={person} />
  if (found.isPending) return <Loading what="the person" />
  const error = found.error ?? new Error('There is no such person in this program.')
  return (
    <Page title="Person" crumbs={crumbs}>
      <Trouble error={error} what="The person" again={() => void found.refetch()} />
    </Page>
  )
}

const Person = ({ person }: { person: Member }) => {
  const { programId, may, part } = useProgram()
  const [leaving, setLeaving] = useState(false)
  const { personId, name, email, roles, zone, managerId, places, learnerKind, status, withdrawnReason } = person
  const manager = useRead(
    'listPeople',
    { path: { programId }, query: { ids: managerId ?? '' } },
    { enabled: managerId !== undefined },
  ).data?.items[0]
  const mayWithdraw = may('manage people') && status === 'active' && personId !== part.personId
  return (
    <Page
      title={name}
      crumbs={useCrumbs(['People and roles', '/people'])}
      actions={mayWithdraw && <Button onClick={() => setLeaving(true)}>Withdraw</Button>}
    >
      <Container header={<Header variant="h2">In this program</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Roles', value: roles.join(', ') },
            { label: 'E-mail', value: email },
            { label: 'Time zone', value: zone },
            {
              label: 'Status',
              value: (
                <>
                  <MemberStatus status={status} />
                  {withdrawnReason && ` ${withdrawnReason}`}
                </>
              ),
            },
            {
              label: 'Manager',
              value: manager ? (
                <LinkTo href={`/programs/${programId}/people/${manager.personId}`}>{manager.name}</LinkTo>
              ) : managerId ? (
                'not in this program'
              ) : (
                '–'
              ),
            },
            ...(places > 0 ? [{ label: 'Places', value: `${places} people at a time` }] : []),
            ...(learnerKind === 'agent' ? [{ label: 'Learner', value: 'an autonomous agent' }] : []),
          ]}
        />
      </Container>
      <PersonWork person={person} />
      <PersonHistory personId={personId} />
      {leaving && <WithdrawPerson person={person} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

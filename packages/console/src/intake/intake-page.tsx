import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { AgentIntake } from './agent-intake.tsx'
import { AnyIntake } from './any-intake.tsx'
import { ConsentRead } from './consent/consent-read.tsx'
import { NotInvited } from './not-invited.tsx'
import { OwnIntake } from './own-intake.tsx'

/** An intake: one's own to fill in, somebody else's to read. */
export const Component = () => {
  const { personId = 'me' } = useParams()
  const { programId, part, may, zone } = useProgram()
  const mine = personId === 'me' || personId === part.personId
  const path = { programId, personId }
  const intake = useRead('getIntake', { path })
  const consent = useRead('getConsent', { path })
  const asked = useRead('getIntakeForm', {})
  const people = useRead(
    'listPeople',
    { path: { programId }, query: { ids: personId } },
    { enabled: !mine && may('read people') },
  )
  const person = people.data?.items[0]
  const crumbs = useCrumbs(...(may('list intakes') ? [['Intake', '/intake'] as [string, string]] : []))
  const failure = intake.error ?? consent.error ?? asked.error
  const again = () => void Promise.all([intake.refetch(), consent.refetch(), asked.refetch()])
  const body = () => {
    if (intake.data && consent.data && asked.data) {
      const known = { asked: asked.data, intake: intake.data, consent: consent.data }
      if (mine) return <OwnIntake {...known} />
      if (person?.learnerKind === 'agent' && may('answer any intake')) return <AgentIntake {...known} />
      return <AnyIntake intake={known.intake} consent={<ConsentRead consent={known.consent} zone={zone} />} />
    }
    if (intake.error?.status === 404) return <NotInvited mine={mine} consent={consent.data} />
    return failure ? <Trouble error={failure} what="The intake" again={again} /> : <Loading what="the intake" />
  }
  return (
    <Page
      title={mine ? 'Your intake' : `Intake of ${person?.name ?? 'a participant'}`}
      about={
        mine ? 'What you aim at, and what may be used of it.' : 'What somebody aims at, and what may be used of it.'
      }
      crumbs={crumbs}
    >
      {body()}
    </Page>
  )
}

import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { moment } from '../../when/when.ts'
import { usePair, WithPair } from '../pair.tsx'
import { numberOf, type SessionDetail } from '../words.ts'
import { Blueprint } from './blueprint.tsx'
import { Notes } from './notes.tsx'
import { RecordSession } from './record-session.tsx'
import { SessionActionItems } from './session-action-items.tsx'
import { SessionActions } from './session-actions.tsx'
import { SessionFacts } from './session-facts.tsx'
import { isUnrecorded, SessionStatus } from './session-status.tsx'

/** One session: when it is, how it is held, what came of it, and the notes of the two. */
export const Component = () => {
  const { engagementId = '', sessionId = '' } = useParams()
  return (
    <WithPair key={sessionId} engagementId={engagementId}>
      <SessionPage sessionId={sessionId} />
    </WithPair>
  )
}

const SessionPage = ({ sessionId }: { sessionId: string }) => {
  const { programId } = useProgram()
  const { engagement, path } = usePair()
  const { participantName, providerName } = engagement
  const below = `/engagements/${path.engagementId}`
  const crumbs = useCrumbs(
    ['Engagements', '/engagements'],
    [`${participantName} and ${providerName}`, below],
    ['Sessions', `${below}?show=sessions`],
  )
  const { data, error, refetch } = useRead('getSession', { path: { programId, sessionId } })
  const title = `Session ${numberOf(sessionId)}`
  if (!data)
    return (
      <Page title={title} crumbs={crumbs}>
        {error ? <Trouble error={error} what="The session" again={refetch} /> : <Loading what="the session" />}
      </Page>
    )
  return <Shown session={data} title={title} crumbs={crumbs} />
}

type ShownProps = { session: SessionDetail; title: string; crumbs: ReturnType<typeof useCrumbs> }

const Shown = ({ session, title, crumbs }: ShownProps) => {
  const { zone } = useProgram()
  const { mayAct, side } = usePair()
  const now = useNow()
  return (
    <Page
      title={title}
      about={moment(session.startsAt, zone)}
      info={<SessionStatus session={session} now={now} />}
      crumbs={crumbs}
      actions={mayAct && <SessionActions session={session} />}
    >
      <SessionFacts session={session} />
      {mayAct && isUnrecorded(session, now) && <RecordSession session={session} />}
      {session.actions && session.status === 'attended' && <SessionActionItems session={session} />}
      {side && <Notes session={session} />}
      {session.status !== 'cancelled' && <Blueprint session={session} />}
    </Page>
  )
}

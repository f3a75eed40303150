import Alert from '@cloudscape-design/components/alert'
import { useParams } from 'react-router'
import { useRows } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import type { Escalation } from '../words.ts'
import { Answer } from './answer.tsx'
import { Clock } from './clock.tsx'
import { Matter } from './matter.tsx'

/** One escalation: what it is about, and what becomes of it. */
export const Component = () => {
  const { escalationId = '' } = useParams()
  const { programId } = useProgram()
  const crumbs = useCrumbs(['Engagements', '/engagements'], ['Escalations', '/escalations'])
  const { rows, complete, error, again } = useRows('listEscalations', { path: { programId }, query: { limit: 100 } })
  const found = rows?.find((row) => row.escalationId === escalationId)
  if (found) return <Shown escalation={found} crumbs={crumbs} />
  return (
    <Page title="Escalation" crumbs={crumbs}>
      {error ? (
        <Trouble error={error} what="The escalation" again={again} />
      ) : complete ? (
        <Alert
          type="warning"
          header="The escalation cannot be shown"
          action={<ButtonTo href={`/programs/${programId}/escalations`}>Your escalations</ButtonTo>}
        >
          There is no such escalation that you raised or that goes to you.
        </Alert>
      ) : (
        <Loading what="the escalation" />
      )}
    </Page>
  )
}

type ShownProps = { escalation: Escalation; crumbs: ReturnType<typeof useCrumbs> }

const Shown = ({ escalation, crumbs }: ShownProps) => {
  const { may, part } = useProgram()
  const { goesTo, kind, status } = escalation
  const mayAnswer = status === 'open' && may('answer escalations') && goesTo.some((role) => part.roles.includes(role))
  return (
    <Page
      title={`${kind.charAt(0).toUpperCase()}${kind.slice(1)} matter`}
      about={`Goes to: ${goesTo.join(', ')}. Only they and who raised it read it.`}
      info={<Clock escalation={escalation} />}
      crumbs={crumbs}
    >
      <Matter escalation={escalation} />
      {mayAnswer && <Answer escalation={escalation} />}
    </Page>
  )
}

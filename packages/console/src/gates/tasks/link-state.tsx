import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { Sent } from '../../form/sent.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { moment } from '../../when/when.ts'

type LinkStateProps = { task: Answer<'readTaskLink'>; linkKey: string; isSent: boolean }

const toTasks = <Button href="/programs">Sign in to see all your tasks</Button>

/** What became of a link that takes no answer (any more), and what one can do. */
export const LinkState = ({ task, linkKey, isSent }: LinkStateProps) => {
  const { state, doneAt, zone } = task
  if (state === 'expired') return <Expired task={task} linkKey={linkKey} />
  if (state === 'closed') {
    return (
      <Alert type="info" header="The answer is no longer needed" action={toTasks}>
        What it was for has ended or went on without it. There is nothing left to do here.
      </Alert>
    )
  }
  const at = doneAt ? ` on ${moment(doneAt, zone)}` : ''
  return (
    <Sent isNew={isSent}>
      <Alert
        type="success"
        header={isSent ? 'Thank you, your answer is saved' : 'This task is done already'}
        action={toTasks}
      >
        {isSent
          ? `It arrived${at}. You can close this page.`
          : `It was done${at}, and its answer cannot be changed. Nothing more is asked of you here.`}
      </Alert>
    </Sent>
  )
}

const Expired = ({ task: { replaced }, linkKey }: Pick<LinkStateProps, 'task' | 'linkKey'>) => {
  const renew = useAct('renewTaskLink')
  const header = replaced ? 'A newer link took the place of this one' : 'This link has expired'
  const said = replaced
    ? 'Use the link in the last mail about this task. If you cannot find it, have another one sent to you.'
    : 'The task still waits for you. Have a new link sent to you by mail; it opens this page again.'
  if (renew.data) {
    return (
      <Sent isNew>
        <Alert type="success" header="A new link is on its way">
          It was sent to {renew.data.sentTo}. It opens the task; this page does not any more.
        </Alert>
      </Sent>
    )
  }
  return (
    <SpaceBetween size="m">
      <Alert type="warning" header={header}>
        <SpaceBetween size="s">
          <span>{said}</span>
          <Button
            variant="primary"
            loading={renew.isPending}
            loadingText="Send me a new link"
            onClick={() => renew.mutate({ body: { key: linkKey } })}
          >
            Send me a new link
          </Button>
        </SpaceBetween>
      </Alert>
      {renew.error && <Trouble error={renew.error} what="Sending a new link" />}
    </SpaceBetween>
  )
}

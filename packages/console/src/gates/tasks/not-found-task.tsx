import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Refused } from '../../api/client.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { SwitchButton } from '../../sign-in/switch-button.tsx'

/** A task that the person signed in cannot see: most often it asks somebody else. */
export const NotFoundTask = ({ error, again }: { error: Refused; again: () => void }) => {
  const { programId, part } = useProgram()
  if (error.status !== 404 && error.status !== 403) return <Trouble error={error} what="The task" again={again} />
  return (
    <Alert type="warning" header="This task is not yours, or it is gone">
      <SpaceBetween size="m">
        <span>
          You are signed in as {part.name}. If a mail brought you here, sign in as the person whom it was sent to.
        </span>
        <SpaceBetween direction="horizontal" size="xs">
          <SwitchButton />
          <ButtonTo href={`/programs/${programId}/tasks`}>Go to your tasks</ButtonTo>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  )
}

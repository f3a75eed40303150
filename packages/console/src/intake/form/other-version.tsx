import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'

/** Answers were changed elsewhere since the form was opened, and saving would overwrite them. */
export const OtherVersion = ({ onDrop }: { onDrop: () => void }) => (
  <Alert
    type="warning"
    header="These answers were changed elsewhere meanwhile"
    action={
      <Button formAction="none" onClick={onDrop}>
        Show what is saved now
      </Button>
    }
  >
    On another device, or by somebody who runs the program. What you wrote here since you last saved is not saved; copy
    what you want to keep, then go on with what is saved.
  </Alert>
)

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { Refused } from '../api/client.ts'
import { Trouble } from './trouble.tsx'

type OpenTroubleProps = {
  error: Error
  /** What to say when nothing is behind the link. */
  unknown: string
  again: () => void
}

/** Why the link of a mail opens nothing, and what one can do. */
export const OpenTrouble = ({ error, unknown, again }: OpenTroubleProps) => {
  const isRefused = error instanceof Refused && error.status >= 400 && error.status < 500 && error.status !== 429
  if (!isRefused) return <Trouble error={error} what="The page" again={again} />
  return (
    <Alert type="warning" header={unknown} action={<Button href="/programs">Sign in</Button>}>
      {/* Too short a key is refused as such: for people it is a link that was cut off. */}
      {error.status === 404 ? error.message : 'The link is not complete. Copy the whole link from the mail.'}
    </Alert>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { Refused } from '../api/client.ts'

/** What went wrong, in the API's own words, with the way on: to try again, or to sign in again. `what` names what was wanted. */
export const Trouble = ({ error, what, again }: { error: Error; what: string; again?: () => void }) => {
  const status = error instanceof Refused ? error.status : 0
  const fields = error instanceof Refused ? error.fields : []
  const here = location.pathname + location.search
  const action =
    status === 401 ? (
      <Button onClick={() => signInAgain(here)}>Sign in again</Button>
    ) : again ? (
      <Button onClick={again}>Try again</Button>
    ) : undefined
  const header = status === 404 || status === 403 ? `${what} cannot be shown` : `${what} did not work`
  return (
    <Alert type={status === 404 || status === 403 ? 'warning' : 'error'} header={header} action={action}>
      {error.message}
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, problem }) => (
            <li key={field + problem}>
              <strong>{field}</strong>: {problem}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

/** Loaded when it is needed: pages that a mail opens do without a sign-in. */
const signInAgain = async (here: string): Promise<void> => (await import('../sign-in/sign-in.ts')).signIn(here)

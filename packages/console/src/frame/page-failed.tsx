import { useRouteError } from 'react-router'
import { Trouble } from './trouble.tsx'

/** A page that could not be shown, through a fault of ours or because a new version was put in place meanwhile. */
export const PageFailed = () => {
  const error = useRouteError()
  const known = error instanceof Error ? error : new Error('The page could not be shown.')
  return (
    <main>
      <h1>This page failed</h1>
      <Trouble error={known} what="The page" again={() => location.reload()} />
    </main>
  )
}

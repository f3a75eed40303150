import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Confirm } from '../frame/confirm.tsx'

/** Asks before a page with unsaved changes is left, within the console or by closing it. */
export const LeaveGuard = ({ when }: { when: boolean }) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [when])
  if (blocker.state !== 'blocked') return null
  return (
    <Confirm
      question="Leave without saving?"
      action="Leave the page"
      onConfirm={async () => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      What you changed on this page is not saved yet and will be lost.
    </Confirm>
  )
}

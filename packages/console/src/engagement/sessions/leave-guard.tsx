import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Confirm } from '../../frame/confirm.tsx'

const keep = (event: BeforeUnloadEvent) => event.preventDefault()

/** Asks before a page is left on which something was written that is kept nowhere else. */
export const LeaveGuard = () => {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    window.addEventListener('beforeunload', keep)
    return () => window.removeEventListener('beforeunload', keep)
  }, [])
  if (blocker.state !== 'blocked') return null
  return <LeaveUnsaved onLeave={() => blocker.proceed()} onStay={() => blocker.reset()} />
}

/** Asks whether what was written may get lost. */
export const LeaveUnsaved = ({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) => {
  let left = false
  return (
    <Confirm
      question="Leave without saving?"
      action="Leave without saving"
      onConfirm={async () => {
        left = true
        onLeave()
      }}
      onClose={() => left || onStay()}
    >
      The notes that you wrote here are not saved, and no draft of them is kept.
    </Confirm>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'

/** What is said in place of a form: focused when the form was just sent, so that one who cannot see it is told where they are. */
export const Sent = ({ isNew, children }: { isNew: boolean; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isNew) return
    place.current?.focus()
    window.scrollTo({ top: 0 })
  }, [isNew])
  return (
    <div ref={place} tabIndex={-1} role="status" style={{ outline: 'none' }}>
      {children}
    </div>
  )
}

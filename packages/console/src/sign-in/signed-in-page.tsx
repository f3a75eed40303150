import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { finishSignIn } from './sign-in.ts'

/** Where the sign-in service sends people back to. */
export const Component = () => {
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Error>()
  const begun = useRef(false)
  useEffect(() => {
    // The code of the sign-in is good once.
    if (begun.current) return
    begun.current = true
    finishSignIn()
      .then((page) => navigate(page, { replace: true }))
      .catch(setFailure)
  }, [navigate])
  return failure ? <Trouble error={failure} what="The sign-in" /> : <Loading what="your pages" />
}

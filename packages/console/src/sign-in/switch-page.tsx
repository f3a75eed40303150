import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { signIn } from './sign-in.ts'

/** `/switch?to=/page&hint=address`: signs in anew, as somebody else, and goes on with a page. */
export const Component = () => {
  const [query] = useSearchParams()
  const [failure, setFailure] = useState<Error>()
  const to = query.get('to') ?? '/'
  const hint = query.get('hint') ?? undefined
  useEffect(() => {
    signIn(to, { hint, again: true }).catch(setFailure)
  }, [to, hint])
  return failure ? <Trouble error={failure} what="The sign-in" /> : <Loading what="the sign-in" />
}

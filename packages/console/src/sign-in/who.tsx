import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { type SignedIn, signIn, whoIsSignedIn } from './sign-in.ts'

const Who = createContext<SignedIn | undefined>(undefined)

/** Who is signed in; only below `DemandSignIn`. */
export const useWho = (): SignedIn => useContext(Who)!

/** Shows its content to people who are signed in, and sends others to the sign-in and back. */
export const DemandSignIn = ({ children }: { children: ReactNode }) => {
  const [who, setWho] = useState<SignedIn>()
  const [failure, setFailure] = useState<Error>()
  const { pathname, search, hash } = useLocation()
  // Asked once when the pages are opened; moving between pages keeps the answer.
  useEffect(() => {
    whoIsSignedIn()
      .then((known) => (known ? setWho(known) : signIn(pathname + search + hash)))
      .catch(setFailure)
  }, [])
  if (failure) return <Trouble error={failure} what="The sign-in" />
  if (!who) return <Loading what="the sign-in" />
  return <Who value={who}>{children}</Who>
}

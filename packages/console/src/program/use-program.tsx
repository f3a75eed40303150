import { createContext, type ReactNode, useContext } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { SwitchButton } from '../sign-in/switch-button.tsx'

type Part = Answer<'readMyPart'>
type Action = Part['may'][number]
type Here = {
  programId: string
  program: Answer<'getProgram'>
  /** What the person signed in is in this program. */
  part: Part
  may: (action: Action) => boolean
  /** The program's IANA zone, in which every date is shown. */
  zone: string
}

const Program = createContext<Here | undefined>(undefined)

/** The program of the page, and what the person signed in may do in it; only below `WithProgram`. */
export const useProgram = (): Here => useContext(Program)!

/** Reads the program that the address names, for all pages below. */
export const WithProgram = ({ children }: { children: ReactNode }) => {
  const { programId = '' } = useParams()
  const program = useRead('getProgram', { path: { programId } }, { everySeconds: 15 })
  const part = useRead('readMyPart', { path: { programId } })
  const failure = program.error ?? part.error
  if (failure && !(program.data && part.data)) {
    const again = () => void Promise.all([program.refetch(), part.refetch()])
    return (
      <Page title="Program" crumbs={[{ text: 'Programs', href: '/programs' }]}>
        <Trouble error={failure} what="The program" again={again} />
        <SwitchButton />
      </Page>
    )
  }
  if (!program.data || !part.data) return <Loading what="the program" />
  const may = (action: Action) => part.data.may.includes(action)
  return (
    <Program value={{ programId, program: program.data, part: part.data, may, zone: program.data.zone }}>
      {children}
    </Program>
  )
}

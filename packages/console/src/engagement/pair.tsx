import { createContext, type ReactNode, useContext } from 'react'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useNames } from '../program/use-names.ts'
import { useProgram } from '../program/use-program.tsx'
import type { EngagementDetail } from './words.ts'

type Pair = {
  engagement: EngagementDetail
  /** Path parameters of its routes. */
  path: { programId: string; engagementId: string }
  /** Where its page is. */
  href: string
  /** Which one of the pair the person signed in is. */
  side: 'participant' | 'provider' | undefined
  /** One of the pair, and it has not ended: may change things. */
  mayAct: boolean
  /** Somebody's name, as far as one may know it. */
  nameOf: (personId: string) => string
}

const Context = createContext<Pair | undefined>(undefined)

/** The engagement of the page; only below `WithPair`. */
export const usePair = (): Pair => useContext(Context)!

/** Reads the engagement that a page is about. */
export const WithPair = ({ engagementId, children }: { engagementId: string; children: ReactNode }) => {
  const { programId } = useProgram()
  const path = { programId, engagementId }
  const crumbs = useCrumbs(['Engagements', '/engagements'])
  const { data, error, refetch } = useRead('getEngagement', { path })
  if (!data)
    return (
      <Page title="Engagement" crumbs={crumbs}>
        {error ? <Trouble error={error} what="The engagement" again={refetch} /> : <Loading what="the engagement" />}
      </Page>
    )
  return <Provided engagement={data}>{children}</Provided>
}

const Provided = ({ engagement, children }: { engagement: EngagementDetail; children: ReactNode }) => {
  const { programId, part, may } = useProgram()
  const { engagementId, participantId, participantName, providerId, providerName, status } = engagement
  const others = [...(engagement.reviews ?? []), ...(engagement.guidance ?? [])].map(({ by }) => by)
  const named = useNames(others.filter((id) => id !== participantId && id !== providerId))
  const side = part.personId === participantId ? 'participant' : part.personId === providerId ? 'provider' : undefined
  const nameOf = (id: string): string => {
    if (id === participantId) return participantName
    if (id === providerId) return providerName
    const name = named(id)
    return name === id ? 'Somebody who runs the program' : name
  }
  const pair: Pair = {
    engagement,
    path: { programId, engagementId },
    href: `/programs/${programId}/engagements/${engagementId}`,
    side,
    mayAct: side !== undefined && status !== 'ended' && may('act in own engagement'),
    nameOf,
  }
  return <Context value={pair}>{children}</Context>
}

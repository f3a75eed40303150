import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { RatersForm } from './raters-form.tsx'

/** Who rates a participant in the 360: who it is now, and naming others. `me` in the address stands for oneself. */
export const Component = () => {
  const { personId = '' } = useParams()
  const { programId, part } = useProgram()
  const isOwn = personId === 'me' || personId === part.personId
  const raters = useRead('getRaters', { path: { programId, personId } })
  const nameOf = useNames([isOwn ? undefined : personId])
  const above: [string, string] = isOwn ? ['Your 360', '/my-360'] : ['Instruments', '/instruments?show=raters']
  return (
    <Page
      title={isOwn ? 'Your raters' : `Raters of ${nameOf(personId)}`}
      about="Who is asked in the next 360: twelve people at most. The follow-up asks those who answered at the start, whoever is named."
      crumbs={useCrumbs(above)}
    >
      {raters.error && !raters.data && (
        <Trouble error={raters.error} what="The raters" again={() => void raters.refetch()} />
      )}
      {!raters.error && !raters.data && <Loading what="the raters" />}
      {raters.data && <RatersForm key={raters.data.version} read={raters.data} personId={personId} isOwn={isOwn} />}
    </Page>
  )
}

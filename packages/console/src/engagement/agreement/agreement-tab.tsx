import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { usePair } from '../pair.tsx'
import { AgreementVersion } from './agreement-version.tsx'
import { Charter } from './charter.tsx'
import { EarlierVersions } from './earlier-versions.tsx'

/** The working agreement of the pair (E2), newest version first; for mentor coaches also what they sign alone. */
export const AgreementTab = () => {
  const { engagement, path } = usePair()
  const { data, error, refetch } = useRead('listAgreements', { path })
  if (error && !data) return <Trouble error={error} what="The working agreement" again={refetch} />
  if (!data) return <Loading what="the working agreement" />
  const versions = data.items.toSorted((a, b) => b.number - a.number)
  const [newest, ...earlier] = versions
  return (
    <SpaceBetween size="l">
      {engagement.mentorCoach && <Charter />}
      {newest && <AgreementVersion agreement={newest} />}
      {earlier.length > 0 && <EarlierVersions versions={earlier} />}
    </SpaceBetween>
  )
}

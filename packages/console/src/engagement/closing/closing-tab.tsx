import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { usePair } from '../pair.tsx'
import { ClosingArtifact } from './closing-artifact.tsx'
import { Handoff } from './handoff.tsx'
import { kindsOf } from './schemas.ts'

/** What an engagement leaves behind: its closing artifacts, and what was handed over to the mentor. */
export const ClosingTab = () => {
  const { engagement, path } = usePair()
  const { data, error, refetch } = useRead('listClosings', { path })
  if (error && !data) return <Trouble error={error} what="What was handed in" again={refetch} />
  if (!data) return <Loading what="what was handed in" />
  return (
    <SpaceBetween size="l">
      {kindsOf[engagement.service].map((kind) => (
        <ClosingArtifact key={kind} kind={kind} closing={data.items.find((each) => each.kind === kind)} />
      ))}
      {engagement.service === 'coach' && <Handoff />}
    </SpaceBetween>
  )
}

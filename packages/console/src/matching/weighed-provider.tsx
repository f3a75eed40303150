import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from '../program/use-program.tsx'
import { count } from '../words/figure.ts'
import { ScoreBars } from './score-bars.tsx'

/** How a provider would suit the participant of a match, as of now: signals, what has to be checked, or what forbids it. */
export const WeighedProvider = ({ matchId, providerId }: { matchId: string; providerId: string }) => {
  const { programId } = useProgram()
  const { data, error, refetch } = useRead('weighProvider', { path: { programId, matchId, personId: providerId } })
  if (error && !data) return <Trouble error={error} what="The signals" again={refetch} />
  if (!data) return <Loading what="the signals" />
  return (
    <SpaceBetween size="s">
      {data.forbidden && (
        <Alert type="warning" header="Not possible">
          {data.forbidden} Hard rules cannot be overridden.
        </Alert>
      )}
      {!data.forbidden && data.free <= 0 && <Alert type="warning">No place is free now.</Alert>}
      {!data.forbidden && data.free > 0 && <div>{count(data.free, 'free place', 'free places')}.</div>}
      {data.toCheck.length > 0 && (
        <Alert type="info" header="To be checked by a person">
          {data.toCheck.join(' ')}
        </Alert>
      )}
      {data.result && <ScoreBars result={data.result} />}
    </SpaceBetween>
  )
}

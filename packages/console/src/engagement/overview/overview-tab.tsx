import SpaceBetween from '@cloudscape-design/components/space-between'
import { usePair } from '../pair.tsx'
import { Facts } from './facts.tsx'
import { HandedOver } from './handed-over.tsx'
import { History } from './history.tsx'
import { Kickoff } from './kickoff.tsx'
import { PairActions } from './pair-actions.tsx'

/** Who meets whom, how far they have come, what is missing, and what was said of it. */
export const OverviewTab = () => {
  const { engagement } = usePair()
  return (
    <SpaceBetween size="l">
      <Facts />
      {engagement.kickoff.length > 0 && engagement.status !== 'ended' && <Kickoff />}
      {engagement.kickedOffAt && <PairActions />}
      {engagement.handedOver.map((handover) => (
        <HandedOver key={handover.from} handover={handover} />
      ))}
      {engagement.cadence && <History />}
    </SpaceBetween>
  )
}

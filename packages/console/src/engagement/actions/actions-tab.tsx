import SpaceBetween from '@cloudscape-design/components/space-between'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { usePair } from '../pair.tsx'
import { ActionItemList } from './action-item-list.tsx'
import { Blockers } from './blockers.tsx'
import { Milestones } from './milestones.tsx'
import { SponsorActions } from './sponsor-actions.tsx'

/** What the two have promised each other, what they want to reach, and what stands in their way. */
export const ActionsTab = () => {
  const { engagement, side, path } = usePair()
  const items = useRead('listActionItems', { path }, { enabled: side !== undefined })
  return (
    <SpaceBetween size="l">
      {side && (
        <ActionItemList from={allAtOnce(items)} about="From your sessions. Read by the two of you alone." withSession />
      )}
      {engagement.service === 'mentor' && <SponsorActions />}
      <Milestones />
      <Blockers />
    </SpaceBetween>
  )
}

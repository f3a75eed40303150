import { useParams } from 'react-router'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { ActionsTab } from './actions/actions-tab.tsx'
import { AgreementTab } from './agreement/agreement-tab.tsx'
import { ClosingTab } from './closing/closing-tab.tsx'
import { EscalationsTab } from './escalations/escalations-tab.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import { PausedNote } from './overview/paused-note.tsx'
import { Steer } from './overview/steer.tsx'
import { usePair, WithPair } from './pair.tsx'
import { SessionsTab } from './sessions/sessions-tab.tsx'
import { EngagementStatus } from './signs.tsx'
import { serviceInWords } from './words.ts'

/** One participant with one coach or mentor: everything about it, by tab (`?show=`). */
export const Component = () => {
  const { engagementId = '' } = useParams()
  return (
    <WithPair key={engagementId} engagementId={engagementId}>
      <EngagementPage />
    </WithPair>
  )
}

const EngagementPage = () => {
  const { may } = useProgram()
  const { engagement, side } = usePair()
  const { participantName, providerName, status } = engagement
  const tabs = [
    { id: 'overview', label: 'Overview', content: <OverviewTab /> },
    ...(side ? [{ id: 'agreement', label: 'Agreement', content: <AgreementTab /> }] : []),
    { id: 'sessions', label: 'Sessions', content: <SessionsTab /> },
    { id: 'actions', label: 'Actions', content: <ActionsTab /> },
    { id: 'closing', label: 'Closing', content: <ClosingTab /> },
    ...(may('raise escalations') ? [{ id: 'escalations', label: 'Escalations', content: <EscalationsTab /> }] : []),
  ]
  return (
    <Page
      title={`${participantName} and ${providerName}`}
      about={`${providerName} as ${serviceInWords(engagement)}.`}
      info={<EngagementStatus engagement={engagement} />}
      crumbs={useCrumbs(['Engagements', '/engagements'])}
      actions={may('steer engagements') && status !== 'ended' && <Steer />}
    >
      {engagement.pausedAt && status !== 'ended' && <PausedNote />}
      <AddressTabs label="Parts of the engagement" tabs={tabs} />
    </Page>
  )
}

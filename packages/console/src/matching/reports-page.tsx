import { AddressTabs } from '../frame/address-tabs.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { FairnessReport } from './reports/fairness-report.tsx'
import { MatchingSettings } from './reports/matching-settings.tsx'
import { OverrideReport } from './reports/override-report.tsx'
import { ReassignmentReport } from './reports/reassignment-report.tsx'
import { RunList } from './reports/run-list.tsx'

/** What the matches of a program say together, and what they are made by. */
export const Component = () => (
  <Page
    title="Matching reports"
    about="What people changed, whether matching treats groups alike, and the weights it goes by."
    crumbs={useCrumbs(['Matching', '/matching'])}
  >
    <AddressTabs
      label="Reports"
      tabs={[
        { id: 'overrides', label: 'Overrides', content: <OverrideReport /> },
        { id: 'fairness', label: 'Fairness', content: <FairnessReport /> },
        { id: 'reassignments', label: 'Reassignments', content: <ReassignmentReport /> },
        { id: 'runs', label: 'Runs', content: <RunList /> },
        { id: 'weights', label: 'Weights and settings', content: <MatchingSettings /> },
      ]}
    />
  </Page>
)

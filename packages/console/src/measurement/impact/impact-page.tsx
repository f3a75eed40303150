import { AddressTabs } from '../../frame/address-tabs.tsx'
import { Page } from '../../frame/page.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { RoiList } from '../roi/roi-list.tsx'
import { RuleList } from '../roi/rule-list.tsx'
import { ImpactList } from './impact-list.tsx'

/** What the program changed, and what that is worth. */
export const Component = () => (
  <Page
    title="Impact and return"
    about="Participants against people outside who are like them, and what the difference is worth. Never a lone number."
    crumbs={useCrumbs()}
  >
    <AddressTabs
      label="Impact and return"
      tabs={[
        { id: 'impact', label: 'Impact reports', content: <ImpactList /> },
        { id: 'roi', label: 'Return on investment', content: <RoiList /> },
        { id: 'rules', label: 'Conversion rules', content: <RuleList /> },
      ]}
    />
  </Page>
)

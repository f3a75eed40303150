import { AddressTabs } from '../frame/address-tabs.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { PoolStatus } from './capacity/pool-status.tsx'
import { ProviderList } from './capacity/provider-list.tsx'
import { WeeklyPlan } from './capacity/weekly-plan.tsx'
import { WhatIf } from './capacity/what-if.tsx'

/** Whether there are enough coaches and mentors: who they are, the weeks to come, and what other formats would bring. */
export const Component = () => (
  <Page
    title="Capacity"
    about="Coaches and mentors with their places, and whether they are enough in the weeks to come."
    crumbs={useCrumbs()}
  >
    <PoolStatus />
    <AddressTabs
      label="Capacity"
      tabs={[
        { id: 'providers', label: 'Coaches and mentors', content: <ProviderList /> },
        { id: 'plan', label: 'Week by week', content: <WeeklyPlan /> },
        { id: 'what-if', label: 'What if', content: <WhatIf /> },
      ]}
    />
  </Page>
)

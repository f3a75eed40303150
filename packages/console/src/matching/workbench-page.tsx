import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { allAtOnce, useRead } from '../api/queries.ts'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { ButtonTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { ApproveMany } from './approve-many.tsx'
import { MatchList } from './match-list.tsx'
import { NextStep } from './next-step.tsx'
import { ProposeMatches } from './propose-matches.tsx'
import { PublishMatches } from './publish-matches.tsx'
import { onShelf, type Shelf, shelves, useMatches } from './use-matches.ts'
import { WaitList } from './wait-list.tsx'
import type { Match } from './words.ts'

/** What the person is about to do; one at a time. */
export type Doing = 'propose' | 'publish' | { approve: Match[] }

/** Where matches are proposed, reviewed and published. */
export const Component = () => {
  const { programId, may } = useProgram()
  const matches = useMatches()
  const waiting = allAtOnce(useRead('getWaitList', { path: { programId } }))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const tab = (id: string, title: string, rows: unknown[] | undefined, complete: boolean) => ({
    id,
    label: rows ? `${title} (${rows.length}${complete ? '' : ' so far'})` : title,
  })
  return (
    <Page
      title="Matching"
      about="Nothing is final without a person: matches are proposed, approved and published."
      crumbs={useCrumbs()}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ButtonTo href={`/programs/${programId}/matching/reports`}>Reports and weights</ButtonTo>
          {may('review matches') && <Button onClick={() => setDoing('propose')}>Propose matches</Button>}
        </SpaceBetween>
      }
    >
      <NextStep matches={matches} waiting={waiting} onDo={setDoing} />
      <AddressTabs
        label="Matches by status"
        tabs={[
          ...(Object.keys(shelves) as Shelf[]).map((shelf) => {
            const from = onShelf(matches, shelf)
            return {
              ...tab(shelf, shelves[shelf].title, from.rows, from.complete),
              content: <MatchList key={shelf} shelf={shelf} from={from} onDo={setDoing} />,
            }
          }),
          { ...tab('waiting', 'Waiting list', waiting.rows, true), content: <WaitList from={waiting} /> },
        ]}
      />
      {doing === 'propose' && <ProposeMatches onClose={close} />}
      {doing === 'publish' && <PublishMatches approved={onShelf(matches, 'approved').rows ?? []} onClose={close} />}
      {typeof doing === 'object' && <ApproveMany matches={doing.approve} onClose={close} />}
    </Page>
  )
}

import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import { useRead, useRows } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { useTemplate } from '../program/use-template.ts'
import { EarlySignal } from './packs/early-signal.tsx'
import { MakePack } from './packs/make-pack.tsx'
import { PackList } from './packs/pack-list.tsx'
import { SteeringGate } from './packs/steering-gate.tsx'

/** What the steering committee decides and on what: its gates, the early-signal reports, the packs. */
export const Component = () => {
  const { programId, may } = useProgram()
  const gates = useRead('listGates', { path: { programId } }, { everySeconds: 30 })
  const packs = useRows('listPacks', { path: { programId }, query: { limit: 20 } })
  const signals = useTemplate().data?.template.earlySignals ?? []
  const steering = gates.data?.items.filter(({ decides }) => decides === 'steering')
  return (
    <Page
      title="Steering"
      about="The gates that the steering committee decides by vote, and what it decides on."
      crumbs={useCrumbs()}
    >
      {gates.error && !gates.data && <Trouble error={gates.error} what="The gates" again={() => gates.refetch()} />}
      {gates.isPending && <Loading what="the gates" />}
      {steering?.length === 0 && <Box>No gate of this program is decided by the steering committee.</Box>}
      {steering?.map((gate) => (
        <SteeringGate
          key={gate.gate}
          gate={gate}
          packs={packs.rows?.filter(({ about }) => about === gate.gate) ?? []}
        />
      ))}
      {signals.length > 0 && (
        <ColumnLayout columns={2}>
          {signals.map(({ day }) => (
            <EarlySignal key={day} day={day} />
          ))}
        </ColumnLayout>
      )}
      <PackList action={may('make steering packs') && <MakePack />} />
    </Page>
  )
}

import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { ReconcileOutcome } from './reconcile-outcome.tsx'

/** Counts all rows again, compares them with the weekly counters, and sets the counters right where one asks for it. */
export const Reconcile = () => {
  const { programId } = useProgram()
  const tell = useTell()
  const count = useAct('reconcileKpis')
  const repair = useAct('reconcileKpis')
  const [asking, setAsking] = useState(false)
  const path = { programId }
  const again = async () => {
    repair.reset()
    await count.mutateAsync({ path, body: {} }).catch(() => undefined)
  }
  const setRight = async () => {
    const { repaired } = await repair.mutateAsync({ path, body: { repair: true } })
    tell(`${repaired} counters were set to what the rows say.`)
    count.reset()
  }
  const outcome = repair.data ?? count.data
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Every figure is kept as weekly counters. This counts all rows anew and says where the two differ."
          actions={
            <Button onClick={again} loading={count.isPending} loadingText="Counting">
              Count again and compare
            </Button>
          }
        >
          Check the counters
        </Header>
      }
    >
      {count.error && <Trouble error={count.error} what="Counting again" />}
      {outcome ? (
        <ReconcileOutcome outcome={outcome} onRepair={() => setAsking(true)} />
      ) : (
        'Not compared yet. Counting changes nothing.'
      )}
      {asking && (
        <Confirm
          question="Set the counters to what the rows say?"
          action="Repair the counters"
          onConfirm={setRight}
          onClose={() => setAsking(false)}
        >
          Figures of all weeks follow from the rows again. Rows themselves stay as they are. While the counting of new
          events is behind, waiting some minutes may be all that is needed.
        </Confirm>
      )}
    </Container>
  )
}

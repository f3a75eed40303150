import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAct, useRead } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { DeliverableView } from './deliverable-view.tsx'
import { kindOf, mayWrite, titleOf } from './kinds.ts'
import { DeliverableStatus } from './status.tsx'

/** A deliverable: what it says, and for its writers the way to change it or make it ready. */
export const Component = () => {
  const { deliverableId = '' } = useParams()
  const { programId, part, zone } = useProgram()
  const tell = useTell()
  const act = useAct('editDeliverable')
  const [asking, setAsking] = useState(false)
  const path = { programId, deliverableId }
  const read = useRead('getDeliverable', { path })
  const nameOf = useNames([read.data?.by])
  const found = read.data
  const canWrite = found?.status === 'draft' && mayWrite(part, found.form.kind)
  const name = kindOf(found?.form.kind)?.name ?? 'Deliverable'
  return (
    <Page
      title={found ? titleOf(found.form) : 'Deliverable'}
      about={found && `${name}, saved by ${nameOf(found.by)} on ${moment(found.at, zone)}.`}
      crumbs={useCrumbs(['Deliverables', '/deliverables'])}
      info={found && <DeliverableStatus status={found.status} />}
      actions={
        canWrite && (
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonTo href={`/programs/${programId}/deliverables/${deliverableId}/edit`}>Edit</ButtonTo>
            <Button variant="primary" onClick={() => setAsking(true)}>
              Make ready
            </Button>
          </SpaceBetween>
        )
      }
    >
      {!found &&
        (read.error ? (
          <Trouble error={read.error} what="The deliverable" again={() => void read.refetch()} />
        ) : (
          <Loading what="the deliverable" />
        ))}
      {canWrite && (
        <Alert type="info">This is a draft. Gates and reports count it once it is ready; then it stays as it is.</Alert>
      )}
      {found && <DeliverableView form={found.form} />}
      {found && asking && (
        <Confirm
          question={`Make the ${name.toLowerCase()} ready?`}
          action="Make ready"
          onConfirm={async () => {
            await act.mutateAsync({ path, body: { form: found.form, ready: true }, version: found.version })
            tell(`The ${name.toLowerCase()} is ready.`)
          }}
          onClose={() => setAsking(false)}
        >
          What is ready counts for its gate and cannot be changed any more. What changes later is written anew.
        </Confirm>
      )}
    </Page>
  )
}

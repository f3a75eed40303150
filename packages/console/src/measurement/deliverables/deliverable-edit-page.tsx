import { useNavigate, useParams } from 'react-router'
import { useAct, useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { DeliverableForm } from './deliverable-form.tsx'
import { kindOf, titleOf } from './kinds.ts'

/** Changes a draft. */
export const Component = () => {
  const { deliverableId = '' } = useParams()
  const { programId } = useProgram()
  const navigate = useNavigate()
  const tell = useTell()
  const act = useAct('editDeliverable')
  const path = { programId, deliverableId }
  const read = useRead('getDeliverable', { path })
  const back = `/programs/${programId}/deliverables/${deliverableId}`
  const name = read.data ? titleOf(read.data.form) : 'Deliverable'
  return (
    <Page
      title={`Edit: ${name}`}
      about={read.data && kindOf(read.data.form.kind)?.purpose}
      crumbs={useCrumbs(['Deliverables', '/deliverables'], [name, `/deliverables/${deliverableId}`])}
    >
      {!read.data &&
        (read.error ? (
          <Trouble error={read.error} what="The draft" again={() => void read.refetch()} />
        ) : (
          <Loading what="the draft" />
        ))}
      {read.data && (
        <DeliverableForm
          kind={read.data.form.kind}
          known={read.data.form}
          draftKey={`deliverable.${deliverableId}.${read.data.version}`}
          back={back}
          onSave={async (form) => {
            await act.mutateAsync({ path, body: { form, ready: false }, version: read.data.version })
            tell('The draft was saved.')
            navigate(back)
          }}
        />
      )}
    </Page>
  )
}

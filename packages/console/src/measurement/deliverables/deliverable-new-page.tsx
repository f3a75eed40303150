import { useNavigate, useParams } from 'react-router'
import { useAct } from '../../api/queries.ts'
import { Component as NothingHere } from '../../frame/nothing-here.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Page } from '../../frame/page.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { DeliverableForm } from './deliverable-form.tsx'
import { kindOf } from './kinds.ts'

/** Writes a new deliverable; it is saved as a draft. */
export const Component = () => {
  const { kind } = useParams()
  const { programId } = useProgram()
  const navigate = useNavigate()
  const tell = useTell()
  const act = useAct('saveDeliverable')
  const crumbs = useCrumbs(['Deliverables', '/deliverables'])
  const known = kindOf(kind)
  if (!known) return <NothingHere />
  const base = `/programs/${programId}/deliverables`
  return (
    <Page title={`New ${known.name.toLowerCase()}`} about={known.purpose} crumbs={crumbs}>
      <DeliverableForm
        kind={known.kind}
        draftKey={`deliverable.${programId}.${known.kind}`}
        back={base}
        onSave={async (form) => {
          const made = await act.mutateAsync({ path: { programId }, body: { form, ready: false } })
          tell('The draft was saved.')
          navigate(`${base}/${made.deliverableId}`)
        }}
      />
    </Page>
  )
}

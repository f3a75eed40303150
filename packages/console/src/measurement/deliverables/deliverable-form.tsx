import Container from '@cloudscape-design/components/container'
import type { Input } from '../../api/client.ts'
import { useRead, useRows } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { inverse, scaled } from '../fields/scaled.ts'
import { factors, formHints, formSchema } from './form-schema.ts'
import type { Form, Kind } from './kinds.ts'

type DeliverableFormProps = {
  kind: Kind
  /** The draft that is changed. */
  known?: Form
  draftKey: string
  /** Where giving up leads. */
  back: string
  onSave: (form: Input<'saveDeliverable'>['body']['form']) => Promise<unknown>
}

/** The form of a deliverable, new or a draft. */
export const DeliverableForm = ({ kind, known, draftKey, back, onSave }: DeliverableFormProps) => {
  const { programId, may, zone } = useProgram()
  const needsPeople = kind === 'case-study' && may('read people')
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: needsPeople })
  const kpis = useRead('listKpiDefinitions', { path: { programId } }, { enabled: kind === 'measurement-plan' })
  if ((needsPeople && !people.complete) || (kind === 'measurement-plan' && !kpis.data)) {
    return <Loading what="the form" />
  }
  const participants = (people.rows ?? [])
    .filter(({ roles, status }) => roles.includes('participant') && status === 'active')
    .map(({ personId, name }) => ({ value: personId, label: name }))
  const kpiChoices = (kpis.data?.items ?? []).map(({ kpi, name }) => ({ value: kpi, label: `${kpi} ${name}` }))
  const begin = kind === 'budget' || kind === 'scaling-plan' ? { currency: 'EUR' } : {}
  return (
    <Container>
      <SchemaForm
        schema={formSchema(kind)}
        hints={formHints(kind, participants, kpiChoices)}
        zone={zone}
        known={{ form: known ? scaled(known, inverse(factors)) : begin }}
        draftKey={draftKey}
        action="Save the draft"
        onSend={(value) => onSave((scaled(value, factors) as Input<'saveDeliverable'>['body']).form)}
        actions={
          <ButtonTo variant="link" formAction="none" href={back}>
            Cancel
          </ButtonTo>
        }
      />
    </Container>
  )
}

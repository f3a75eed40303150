import Container from '@cloudscape-design/components/container'
import { useNavigate, useSearchParams } from 'react-router'
import type { Input } from '../../api/client.ts'
import { useAct, useRead, useRows } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { scaled } from '../fields/scaled.ts'
import { factors, roiHints, roiSchema } from './roi-schema.ts'

/** Reckons a return on investment; `?impact=ID` begins with the difference of that report. */
export const Component = () => {
  const { programId, zone } = useProgram()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const tell = useTell()
  const act = useAct('reckonRoi')
  const rules = useRead('listMonetisationRules', { path: { programId } })
  const reports = useRows('listImpacts', { path: { programId }, query: { limit: 100 } })
  const impact = search.get('impact') ?? undefined
  const list = `/programs/${programId}/impact?show=roi`
  const send = async (value: unknown) => {
    const body = scaled(value, factors) as Input<'reckonRoi'>['body']
    const made = await act.mutateAsync({ path: { programId }, body })
    tell('The return was reckoned.')
    navigate(`/programs/${programId}/impact/roi/${made.roiId}`)
  }
  const error = rules.error ?? reports.error
  return (
    <Page
      title="Reckon a return"
      about="Every input is a range: the least, the likely and the most it may be. What comes out is a range, too."
      crumbs={useCrumbs(['Impact and return', '/impact?show=roi'])}
    >
      {!(rules.data && reports.complete) &&
        (error ? (
          <Trouble error={error} what="The rules" again={() => void rules.refetch()} />
        ) : (
          <Loading what="the rules" />
        ))}
      {rules.data && reports.complete && (
        <Container>
          <SchemaForm
            schema={roiSchema((reports.rows ?? []).length > 0)}
            hints={roiHints(rules.data.items, reports.rows ?? [])}
            zone={zone}
            known={{ currency: 'EUR', months: 9, yearOne: true, benefits: [impact ? { impact } : {}] }}
            draftKey={impact ? undefined : `return.${programId}`}
            action="Reckon"
            onSend={send}
            actions={
              <ButtonTo variant="link" formAction="none" href={list}>
                Cancel
              </ButtonTo>
            }
          />
        </Container>
      )}
    </Page>
  )
}

import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { BalanceTable } from './balance-table.tsx'
import { EffectFacts } from './effect-facts.tsx'
import { ImpactLabel } from './impact-label.tsx'
import { Method } from './method.tsx'
import { Unmatched } from './unmatched.tsx'

/** An impact report: how alike the groups are, the difference with its interval, and how sure it is. */
export const Component = () => {
  const { impactId = '' } = useParams()
  const { programId, zone, may } = useProgram()
  const impact = useRead('getImpact', { path: { programId, impactId } })
  const nameOf = useNames([impact.data?.by])
  const report = impact.data?.report
  return (
    <Page
      title={impact.data?.title ?? 'Impact report'}
      about={impact.data && `Measured by ${nameOf(impact.data.by)} on ${moment(impact.data.at, zone)}.`}
      crumbs={useCrumbs(['Impact and return', '/impact'])}
      info={report && <ImpactLabel label={report.label} />}
      actions={
        may('measure impact') &&
        report?.effect && (
          <ButtonTo href={`/programs/${programId}/impact/roi/new?impact=${impactId}`}>
            Reckon the return from it
          </ButtonTo>
        )
      }
    >
      {!impact.data &&
        (impact.error ? (
          <Trouble error={impact.error} what="The report" again={() => void impact.refetch()} />
        ) : (
          <Loading what="the report" />
        ))}
      {impact.data && report && (
        <SpaceBetween size="l">
          <Alert
            type={report.label === 'signal' ? 'success' : 'warning'}
            header={
              report.label === 'signal'
                ? 'A signal: the difference is more than chance'
                : 'Directional only: do not decide on this number alone'
            }
          >
            <ul>
              {report.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Alert>
          <EffectFacts impact={impact.data} />
          <BalanceTable balance={report.balance} />
          <Method impact={impact.data} />
          <Unmatched report={report} />
        </SpaceBetween>
      )}
    </Page>
  )
}

import Alert from '@cloudscape-design/components/alert'
import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf, moment } from '../../when/when.ts'
import { RoiInputs } from './roi-inputs.tsx'
import { Missing } from './roi-missing.tsx'
import { RoiRange } from './roi-range.tsx'

/** A return on investment: its range, what it is made of, what moves it, and what it was reckoned from. */
export const Component = () => {
  const { roiId = '' } = useParams()
  const { programId, zone } = useProgram()
  const roi = useRead('getRoi', { path: { programId, roiId } })
  const nameOf = useNames([roi.data?.by])
  const result = roi.data?.result
  return (
    <Page
      title={roi.data ? `Return on investment of ${dayOf(roi.data.at, zone)}` : 'Return on investment'}
      about={roi.data && `Reckoned by ${nameOf(roi.data.by)} on ${moment(roi.data.at, zone)}.`}
      crumbs={useCrumbs(['Impact and return', '/impact?show=roi'])}
    >
      {!roi.data &&
        (roi.error ? (
          <Trouble error={roi.error} what="The return" again={() => void roi.refetch()} />
        ) : (
          <Loading what="the return" />
        ))}
      {result?.status === 'no data' && (
        <Alert type="warning" header="No data: a return cannot be reckoned from this">
          <ul>
            {result.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Alert>
      )}
      {result && result.missing.length > 0 && <Missing missing={result.missing} />}
      {roi.data && result?.status === 'range' && <RoiRange result={result} currency={roi.data.inputs.currency} />}
      {roi.data && <RoiInputs roi={roi.data} />}
    </Page>
  )
}

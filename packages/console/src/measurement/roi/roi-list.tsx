import { type RowOf, useRows } from '../../api/queries.ts'
import { ButtonTo, LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { number } from '../../words/figure.ts'
import { about } from './money.ts'

type Roi = RowOf<'listRois'>

const netOf = ({ result, inputs }: Roi): string =>
  result.status === 'no data'
    ? 'no data'
    : `${about(result.net.p10, inputs.currency)} to ${about(result.net.p90, inputs.currency)}`

const percentOf = ({ result }: Roi): string =>
  result.status === 'no data' ? 'no data' : `${number(result.percent.p10)} % to ${number(result.percent.p90)} %`

/** The returns on investment as they were reckoned, newest first. */
export const RoiList = () => {
  const { programId, may, zone } = useProgram()
  const rois = useRows('listRois', { path: { programId }, query: { limit: 100 } })
  const base = `/programs/${programId}/impact/roi`
  const make = may('measure impact') && (
    <ButtonTo variant="primary" href={`${base}/new`}>
      Reckon a return
    </ButtonTo>
  )
  const columns: Column<Roi>[] = [
    {
      id: 'at',
      header: 'Reckoned',
      rowHeader: true,
      minWidth: 200,
      value: ({ at }) => at,
      cell: ({ at, roiId }) => <LinkTo href={`${base}/${roiId}`}>{moment(at, zone)}</LinkTo>,
    },
    { id: 'net', header: 'Net benefit (80 % of draws)', value: netOf, minWidth: 200 },
    { id: 'percent', header: 'Net over cost (80 % of draws)', value: percentOf, minWidth: 170 },
    { id: 'months', header: 'Months that count', value: ({ inputs }) => inputs.months },
    {
      id: 'benefits',
      header: 'Benefits',
      value: ({ inputs }) => inputs.benefits.map(({ rule }) => rule).join(', '),
      minWidth: 140,
    },
  ]
  return (
    <List
      title="Returns on investment"
      about="What the program brought in money against what it cost, always as a range."
      from={rois}
      noun={{ one: 'return', many: 'returns' }}
      id={({ roiId }) => roiId}
      columns={columns}
      sortedBy={{ id: 'at', descending: true }}
      empty={{
        text: 'No return has been reckoned yet. It needs a measured difference, a conversion rule and the costs.',
        action: make,
      }}
      file="returns"
      actions={make}
    />
  )
}

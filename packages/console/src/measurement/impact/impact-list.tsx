import { useRows } from '../../api/queries.ts'
import { ButtonTo, LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { ImpactLabel } from './impact-label.tsx'
import { effectInWords, type Impact } from './impact-words.ts'

/** The impact reports, newest first. */
export const ImpactList = () => {
  const { programId, may, zone } = useProgram()
  const impacts = useRows('listImpacts', { path: { programId }, query: { limit: 100 } })
  const base = `/programs/${programId}/impact`
  const make = may('measure impact') && (
    <ButtonTo variant="primary" href={`${base}/new`}>
      Measure impact
    </ButtonTo>
  )
  const columns: Column<Impact>[] = [
    {
      id: 'title',
      header: 'Report',
      rowHeader: true,
      minWidth: 200,
      value: ({ title }) => title,
      cell: ({ title, impactId }) => <LinkTo href={`${base}/${impactId}`}>{title}</LinkTo>,
    },
    { id: 'effect', header: 'Difference', value: effectInWords, minWidth: 220 },
    {
      id: 'label',
      header: 'Carries',
      minWidth: 160,
      value: ({ report }) => report.label,
      cell: ({ report }) => <ImpactLabel label={report.label} />,
    },
    { id: 'matched', header: 'Participants matched', value: ({ report }) => report.people.matched },
    { id: 'at', header: `Measured (${zone})`, value: ({ at }) => at, cell: ({ at }) => dayOf(at, zone), minWidth: 140 },
  ]
  return (
    <List
      title="Impact reports"
      about="Each compares participants with people outside the program who were as likely to be in it."
      from={impacts}
      noun={{ one: 'report', many: 'reports' }}
      id={({ impactId }) => impactId}
      columns={columns}
      sortedBy={{ id: 'at', descending: true }}
      empty={{
        text: may('measure impact')
          ? 'Nothing has been compared yet. It needs a file with participants and people outside the program.'
          : 'Nothing has been compared yet. HR analytics measures impact once outcomes are known.',
        action: make,
      }}
      file="impact-reports"
      actions={make}
    />
  )
}

import { allAtOnce, type RowOf, useRead } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'

type Agreement = RowOf<'getPanelAgreement'>

/** How closely the members of panels agree, by rubric (Q6). */
export const PanelAgreement = () => {
  const { programId } = useProgram()
  const path = { programId }
  const agreement = allAtOnce(useRead('getPanelAgreement', { path }))
  const rubrics = useRead('listRubrics', { path })
  const titleOf = ({ rubric }: Agreement) => rubrics.data?.items.find((each) => each.rubric === rubric)?.title ?? rubric
  return (
    <List
      title="How closely panels agree"
      about="Krippendorff's alpha compares what members differ by with chance: 1 is perfect agreement, 0 is chance. Where nearly all marks are alike it is low even when members agree: read it beside the share of equal marks."
      from={agreement}
      noun={{ one: 'rubric', many: 'rubrics' }}
      id={({ rubric }) => rubric}
      file="panel-agreement"
      empty={{ text: 'No panel has closed yet.' }}
      columns={[
        { id: 'rubric', header: 'Rubric', rowHeader: true, minWidth: 180, value: titleOf },
        { id: 'panels', header: 'Panels', value: ({ panels }) => panels },
        {
          id: 'words',
          header: 'In words',
          minWidth: 220,
          value: ({ agreement: figures }) =>
            figures ? inWords(figures.alpha) : 'No figure: fewer than two panels closed.',
        },
        { id: 'alpha', header: "Krippendorff's alpha", value: ({ agreement: figures }) => figures?.alpha?.toFixed(2) },
        { id: 'exact', header: 'Equal marks', value: (row) => share(row.agreement?.exact) },
        { id: 'within', header: 'At most one apart', value: (row) => share(row.agreement?.withinOne) },
        { id: 'spread', header: 'Mean spread (marks)', value: (row) => row.agreement?.meanSpread.toFixed(1) },
      ]}
    />
  )
}

const share = (of: number | undefined): string | undefined =>
  of === undefined ? undefined : `${Math.round(of * 100)} %`

/** Krippendorff's own bounds: rely on 0.8 and above, draw tentative conclusions from 0.667. */
const inWords = (alpha: number | undefined): string => {
  if (alpha === undefined) return 'All marks are equal: nothing to tell apart.'
  if (alpha >= 0.8) return 'Members agree: their marks can be relied on.'
  if (alpha >= 0.667) return 'Members agree well enough for tentative conclusions.'
  if (alpha > 0) return 'Members agree little: calibrate on shared examples.'
  return 'No better than chance: calibrate, or marks hardly differ.'
}

import Checkbox from '@cloudscape-design/components/checkbox'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Grid from '@cloudscape-design/components/grid'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../api/client.ts'
import type { TemplateTexts } from './template-edit.ts'

type Gate = Answer<'getTemplate'>['template']['gates'][number]
type GateFieldsProps = {
  view: Answer<'getTemplate'>
  texts: TemplateTexts
  onChange: (part: Partial<TemplateTexts>) => void
  /** What is wrong, by `GATE.field`. */
  problems: Record<string, string>
}

const widths = [
  { colspan: { default: 12, s: 6 } },
  { colspan: { default: 12, s: 3 } },
  { colspan: { default: 12, s: 3 } },
]

/** The gates of a template: their titles and weeks, and which of them a copy leaves out. */
export const TemplateGateFields = ({ view, texts, onChange, problems }: GateFieldsProps) => {
  const change = (gate: string, part: { title?: string; week?: string }) =>
    onChange({ gates: { ...texts.gates, [gate]: { ...texts.gates[gate], ...part } } })
  const leaveOut = (gate: string, out: boolean) =>
    onChange({ removed: out ? [...texts.removed, gate] : texts.removed.filter((each) => each !== gate) })
  const row = ({ gate, title, week }: Gate) => {
    const out = texts.removed.includes(gate)
    const entered = texts.gates[gate]
    return (
      <Grid key={gate} gridDefinition={widths}>
        <FormField label={`${gate} title`} errorText={problems[`${gate}.title`]}>
          <Input
            value={entered?.title ?? title}
            onChange={({ detail }) => change(gate, { title: detail.value })}
            disabled={out}
          />
        </FormField>
        <FormField label={`${gate} week`} errorText={problems[`${gate}.week`]}>
          <Input
            type="number"
            value={entered?.week ?? String(week)}
            onChange={({ detail }) => change(gate, { week: detail.value })}
            disabled={out}
          />
        </FormField>
        <FormField label={`${gate} in the copy`}>
          <Checkbox checked={out} onChange={({ detail }) => leaveOut(gate, detail.checked)}>
            Leave this gate out
          </Checkbox>
        </FormField>
      </Grid>
    )
  }
  return (
    <ExpandableSection
      variant="container"
      headerText="Gates and their weeks"
      headerDescription="Titles, weeks, and gates that are not needed."
      headerCounter={`(${view.template.gates.length - texts.removed.length} of ${view.template.gates.length})`}
    >
      <SpaceBetween size="m">{view.template.gates.map(row)}</SpaceBetween>
    </ExpandableSection>
  )
}

import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type GateNumbers, shownThreshold, type Threshold, unitOf } from './template-thresholds.ts'

type ThresholdFieldsProps = {
  gates: GateNumbers[]
  texts: Record<string, string>
  onChange: (texts: Record<string, string>) => void
  /** What is wrong, by key. */
  problems: Record<string, string>
}

/** The numbers that the gates of a template demand, each to be changed with its unit; gates without a number are told below. */
export const ThresholdFields = ({ gates, texts, onChange, problems }: ThresholdFieldsProps) => {
  const numbered = gates.filter(({ thresholds }) => thresholds.length > 0)
  const others = gates.filter(({ thresholds }) => thresholds.length === 0)
  return (
    <SpaceBetween size="l">
      {numbered.map(({ gate, title, words, thresholds, others }) => (
        <SpaceBetween key={gate} size="xs">
          <Box variant="h3">
            {gate} {title}
          </Box>
          <Box color="text-body-secondary">
            {words}
            {others.length > 0 && ` (besides the numbers: ${others.join('; ')})`}
          </Box>
          <ColumnLayout columns={2}>
            {thresholds.map((each) => (
              <ThresholdField
                key={each.key}
                threshold={each}
                text={texts[each.key]}
                onChange={(text) => onChange({ ...texts, [each.key]: text })}
                problem={problems[each.key]}
              />
            ))}
          </ColumnLayout>
        </SpaceBetween>
      ))}
      {others.length > 0 && (
        <ExpandableSection headerText={`Gates without a number (${others.length})`}>
          <ul>
            {others.map(({ gate, title, words }) => (
              <li key={gate}>
                <strong>
                  {gate} {title}
                </strong>
                : {words}
              </li>
            ))}
          </ul>
        </ExpandableSection>
      )}
    </SpaceBetween>
  )
}

type ThresholdFieldProps = {
  threshold: Threshold
  text: string | undefined
  onChange: (text: string) => void
  problem: string | undefined
}

const ThresholdField = ({ threshold, text, onChange, problem }: ThresholdFieldProps) => {
  const usual = shownThreshold(threshold, threshold.value)
  const unit = unitOf(threshold)
  const value = text ?? usual
  return (
    <FormField
      label={`${threshold.words}: ${threshold.comparison}${unit && ` (${unit})`}`}
      constraintText={value === usual ? 'As in the template' : `The template says ${usual} ${unit}`}
      errorText={problem}
    >
      <Input
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        inputMode={threshold.kind === 'count' ? 'numeric' : 'decimal'}
        type="number"
        step="any"
      />
    </FormField>
  )
}

import Checkbox from '@cloudscape-design/components/checkbox'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import type { ComparisonFields } from './file-fields.tsx'

/** How comparison people are found; the defaults suit most files. */
export const MatchingFields = ({ entry, change, missing }: ComparisonFields) => (
  <ExpandableSection
    variant="container"
    headerText="How comparison people are found"
    headerDescription="The defaults suit most files. Change them when the groups turn out not to be alike."
    defaultExpanded={false}
  >
    <ColumnLayout columns={2}>
      <FormField
        label="Comparison people for each participant"
        description="1 to 10; more narrow the interval, and are less alike."
        errorText={missing.ratio}
      >
        <Input
          type="number"
          value={entry.ratio}
          onChange={({ detail }) => change({ ratio: detail.value })}
          inputMode="numeric"
        />
      </FormField>
      <FormField
        label="Furthest apart (standard deviations of the log odds)"
        description="Nobody further away is taken. Empty: any distance."
        errorText={missing.caliper}
      >
        <Input
          type="number"
          step="any"
          value={entry.caliper}
          onChange={({ detail }) => change({ caliper: detail.value })}
          inputMode="decimal"
        />
      </FormField>
      <Checkbox
        checked={entry.replacement}
        onChange={({ detail }) => change({ replacement: detail.checked })}
        description="Helps when there are few people outside; the interval is then a rough one."
      >
        One person may stand for several participants
      </Checkbox>
    </ColumnLayout>
  </ExpandableSection>
)

import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { number, percent } from '../../words/figure.ts'
import { money } from './money.ts'

type Roi = Answer<'getRoi'>
type Bounds = { low: number; likely: number; high: number }
type Line = { what: string; low: string; likely: string; high: string }

const line = (what: string, range: Bounds | undefined, write: (value: number) => string): Line[] =>
  range ? [{ what, low: write(range.low), likely: write(range.likely), high: write(range.high) }] : []

const columns: Column<Line>[] = [
  { id: 'what', header: 'Input', value: ({ what }) => what, rowHeader: true, minWidth: 260 },
  { id: 'low', header: 'Low', value: ({ low }) => low },
  { id: 'likely', header: 'Likely', value: ({ likely }) => likely },
  { id: 'high', header: 'High', value: ({ high }) => high },
]

/** What a return was reckoned from, and what of it Pilotgate filled in. */
export const RoiInputs = ({ roi: { inputs, filledIn } }: { roi: Roi }) => {
  const { programId } = useProgram()
  const rules = useRead('listMonetisationRules', { path: { programId } })
  const cash = (cents: number) => money(cents, inputs.currency)
  const { costs } = inputs
  const lines = [
    ...inputs.benefits.flatMap((benefit) => {
      const rule = rules.data?.items.find(({ id }) => id === benefit.rule)
      const name = rule?.words ?? benefit.rule
      const { counterfactual, observed, effect, quantity, priceCents, caused } = benefit
      return [
        ...line(`${name}: ${counterfactual?.kind} (${counterfactual?.words})`, counterfactual?.value, number),
        ...line(`${name}: participants`, observed, number),
        ...line(`${name}: difference to the ${counterfactual?.kind} (${counterfactual?.words})`, effect, number),
        ...line(`${name}: ${rule?.quantity ?? 'quantity'}`, quantity, number),
        ...line(`${name}: ${rule?.price ?? 'price'}`, priceCents, cash),
        ...line(`${name}: share caused by the program`, caused, percent),
      ]
    }),
    ...line('Training', costs.training, cash),
    ...line('Hours of coaches and mentors', costs.coachHours, number),
    ...line('Loaded cost of an hour', costs.coachHour, cash),
    ...line('Supervision', costs.supervision, cash),
    ...line('Platform licences', costs.platform, cash),
    ...line('Integration, share of the licences', costs.integration, percent),
    ...costs.others.flatMap(({ item, cents }) => line(item, cents, cash)),
  ]
  return (
    <ExpandableSection
      variant="container"
      headerText="What it was reckoned from"
      headerDescription={`${inputs.months} months count${inputs.yearOne ? '; year one, with integration' : ''}.`}
    >
      <SpaceBetween size="m">
        {filledIn.length > 0 && (
          <div>
            Filled in by Pilotgate:
            <ul>
              {filledIn.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        )}
        <List
          title="Inputs"
          variant="embedded"
          from={{ rows: lines, complete: true, error: null, again: () => undefined }}
          noun={{ one: 'input', many: 'inputs' }}
          id={({ what }) => what}
          columns={columns}
          empty={{ text: 'There are no inputs.' }}
          file="return-inputs"
        />
      </SpaceBetween>
    </ExpandableSection>
  )
}

import ExpandableSection from '@cloudscape-design/components/expandable-section'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { number } from '../../words/figure.ts'
import type { Impact } from './impact-words.ts'

/** How the comparison people were found and what was reckoned, for who wants to repeat it. */
export const Method = ({ impact: { report } }: { impact: Impact }) => {
  const { method, propensity } = report
  const facts = [
    { label: 'Alike in', value: method.covariates.join(', ') },
    { label: 'The same in', value: method.exact.join(', ') || 'nothing is demanded' },
    { label: 'Took part, column', value: method.treatment },
    { label: 'Nearest by', value: method.distance },
    {
      label: 'Furthest apart',
      value: method.caliper === null ? 'any distance' : `${method.caliper} standard deviations of the log odds`,
    },
    { label: 'Comparison people for each participant', value: method.ratio },
    { label: 'One may stand for several', value: method.replacement ? 'yes' : 'no' },
    {
      label: 'Who chooses first',
      value: method.order === 'largest' ? 'who is hardest to match' : 'anybody, by the seed',
    },
    { label: 'Draws for the interval', value: number(method.bootstrap) },
    { label: 'Draws for chance', value: number(method.permutations) },
    { label: 'Seed', value: method.seed },
    {
      label: 'Chance to take part (log odds)',
      value: propensity
        .map(({ column, coefficient }) => `${column} ${number(coefficient, { signed: true })}`)
        .join('; '),
    },
  ]
  return (
    <ExpandableSection variant="container" headerText="How it was done">
      <KeyValuePairs columns={3} items={facts} />
    </ExpandableSection>
  )
}

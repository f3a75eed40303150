import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { number, percent } from '../../words/figure.ts'
import { effectInWords, type Impact, isBetter } from './impact-words.ts'

/** The difference with its interval, how likely chance alone makes it, and how much hidden differences it bears. */
export const EffectFacts = ({ impact }: { impact: Impact }) => {
  const { better, report } = impact
  const { effect, people, attestations, method } = report
  const unit = method.unit ? ` ${method.unit}` : ''
  const good = isBetter(impact)
  const facts = [
    { label: `Difference in ${method.outcome}`, value: effectInWords(impact) },
    {
      label: 'Direction',
      value: `${good === undefined ? 'no difference' : good ? 'for the better' : 'for the worse'} (${better} is better)`,
    },
    ...(effect
      ? [
          { label: 'Participants, mean', value: `${number(effect.treatedMean)}${unit}` },
          { label: 'Comparison people, mean', value: `${number(effect.comparisonMean)}${unit}` },
          {
            label: 'Chance alone would part them as far',
            value: `in ${effect.pValue < 0.001 ? 'less than 0.1 %' : percent(effect.pValue)} of cases`,
          },
          { label: 'Sensitivity to hidden differences (gamma)', value: sensitivity(effect.gamma) },
        ]
      : []),
    { label: 'Participants matched', value: `${people.matched} of ${people.treated}` },
    { label: 'Comparison people', value: `${people.comparison} of ${people.untreated}` },
    { label: 'Independent comparisons', value: people.independent },
    {
      label: 'Managers who confirm progress',
      value: attestations
        ? `${attestations.confirmed} of ${attestations.asked} (${percent(attestations.share)})`
        : 'not given',
    },
  ]
  return (
    <Container
      header={
        <Header variant="h2" description="Mean of matched participants less the mean of those they are compared with.">
          The difference
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs columns={2} items={facts} />
      </SpaceBetween>
    </Container>
  )
}

const sensitivity = (gamma: number | null): string =>
  gamma === null
    ? 'The difference does not show at 5 % even without hidden differences.'
    : `The difference still shows at 5 % when two people who look alike differ up to ${number(gamma)}-fold in their odds to take part.`

import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { percent } from '../words/figure.ts'
import { Bar } from './bar.tsx'
import { points, profileWords, type Score, scoreInWords, signalWords } from './words.ts'

/**
 * A score by signal: how long a bar is says what the signal weighs, how far it is filled what this pair reaches; the numbers and
 * the words stand beside it.
 */
export const ScoreBars = ({ result }: { result: Score }) => {
  const heaviest = Math.max(...result.contributions.map(({ weight }) => weight), 1)
  return (
    <SpaceBetween size="s">
      <Box variant="small">
        {profileWords[result.profile]}. A longer bar weighs more; its filled part is what this pair reaches.
        {result.confidence < 1 && ` The score rests on ${percent(result.confidence)} of the weights.`}
      </Box>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {result.contributions.map((each) => (
          <li key={each.signal}>
            <Signal {...each} heaviest={heaviest} />
          </li>
        ))}
      </ul>
      <Box variant="strong">Together: {scoreInWords(result.score)}</Box>
    </SpaceBetween>
  )
}

const Signal = ({
  signal,
  value,
  weight,
  points: reached,
  words,
  heaviest,
}: Score['contributions'][number] & { heaviest: number }) => (
  <SpaceBetween size="xxxs">
    <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 16 }}>
      <Box variant="strong">{signalWords[signal]}</Box>
      {value === undefined ? (
        <Box color="text-body-secondary">not counted; its weight is shared out</Box>
      ) : (
        <span>
          {percent(value)} × weight {points(weight)} = <strong>{points(reached)} points</strong>
        </span>
      )}
    </div>
    {value !== undefined && <Bar filled={value} length={weight / heaviest} />}
    <Box variant="small">{words.charAt(0).toUpperCase() + words.slice(1)}</Box>
  </SpaceBetween>
)

import { Bar } from './bar.tsx'
import { points } from './words.ts'

/** A whole score, as number and bar. */
export const ScoreFigure = ({ score }: { score: number }) => (
  <div style={{ display: 'grid', gridTemplateColumns: '3.5em minmax(40px, 100px)', alignItems: 'center', gap: 8 }}>
    <span>{points(score)}</span>
    <Bar filled={score / 100} />
  </div>
)

import type { MatchScore } from '../match-record.ts'
import type { ProfileName } from '../weights.ts'

const because: Record<ProfileName, string> = {
  default: '',
  promotion: ' On a promotion path sponsorship counts most.',
  behaviour: ' Behaviour is the main aim, so goals count most.',
}

/** "72.4 of 100": points without needless zeros. */
export const pointsInWords = (points: number): string => String(Number(points.toFixed(2)))

const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** A score in words for a program owner (M5): what speaks for the pair, what does not, and what is not known (M9). */
export const sentenceOf = ({
  score,
  confidence,
  profile,
  contributions,
}: Pick<MatchScore, 'score' | 'confidence' | 'profile' | 'contributions'>): string => {
  const present = contributions.filter(({ value, weight }) => value !== undefined && weight > 0)
  if (present.length === 0) return 'Nothing is known to compare these two by; the score of 0 says nothing about them.'
  const strong = present.filter(({ value }) => value! >= 0.5).sort((a, b) => b.points - a.points)
  const weak = present.filter(({ value }) => value! < 0.5)
  const missing = contributions.filter(({ value }) => value === undefined)
  const speaks = strong.length > 0 ? ` For it: ${listed(strong.map(({ words }) => words))}.` : ''
  const against = weak.length > 0 ? ` Less so: ${listed(weak.map(({ words }) => words))}.` : ''
  const unknown =
    missing.length > 0
      ? ` It rests on ${pointsInWords(confidence * 100)} % of the weights: ${missing.map(({ signal, words }) => `${signal} ${words}`).join('; ')}.`
      : ''
  return `Scores ${pointsInWords(score)} of 100.${speaks}${against}${because[profile]}${unknown}`
}

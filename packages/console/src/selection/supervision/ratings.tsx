import { Facts } from '../facts.tsx'
import { ratingWords } from './forms.ts'

/** The five ratings of a coach, each of 5. */
export const Ratings = ({ of: ratings }: { of: Record<keyof typeof ratingWords, number> }) => (
  <Facts
    of={(Object.entries(ratingWords) as [keyof typeof ratingWords, string][]).map(([name, words]) => [
      words,
      `${ratings[name]} of 5`,
    ])}
  />
)

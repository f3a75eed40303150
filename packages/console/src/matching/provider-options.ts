import { count } from '../words/figure.ts'
import { namesIn, useProviders } from './names.ts'
import { type Match, scoreInWords } from './words.ts'

type Option = { value: string; label: string; description: string }

/** Whom a participant could have instead: the alternatives of the run first, then everyone else who is selected. */
export const useProviderOptions = (match: Match): { label: string; options: Option[] }[] => {
  const nameOf = namesIn(match)
  const best = match.alternatives.map(({ providerId, score }) => ({
    value: providerId,
    label: nameOf(providerId),
    description: `Scores ${scoreInWords(score)}`,
  }))
  const listed = new Set([match.providerId, ...best.map(({ value }) => value)])
  const others = (useProviders().rows ?? [])
    .filter(
      ({ personId, service, status }) => service === match.service && status === 'selected' && !listed.has(personId),
    )
    .map(({ personId, name, places, taken }) => ({
      value: personId,
      label: name,
      description: count(places - taken, 'free place', 'free places'),
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return [
    { label: 'Alternatives', options: best },
    { label: `Other ${match.service === 'coach' ? 'coaches' : 'mentors'}`, options: others },
  ].filter(({ options }) => options.length > 0)
}

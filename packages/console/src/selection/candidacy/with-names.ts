/** The same answer with names of people in the place of their ids; an id without a name stays. */
export const withNames = (answer: unknown, nameOf: (id: string) => string): unknown => {
  if (typeof answer === 'string') return isPersonId(answer) ? nameOf(answer) : answer
  if (Array.isArray(answer)) return answer.map((each) => withNames(each, nameOf))
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, withNames(value, nameOf)]))
}

const isPersonId = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text)

/** Every person id within an answer. */
export const personIdsIn = (answer: unknown): string[] => {
  if (typeof answer === 'string') return isPersonId(answer) ? [answer] : []
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(personIdsIn) : []
}

/**
 * The same value with all numbers below the named properties multiplied: people type amounts of money, the API takes whole cents,
 * and shares are typed as per cent. @param factors by name of the property
 */
export const scaled = (value: unknown, factors: Record<string, number>, factor = 1): unknown => {
  if (typeof value === 'number') return factor === 1 ? value : Number((value * factor).toPrecision(12))
  if (Array.isArray(value)) return value.map((each) => scaled(each, factors, factor))
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([name, part]) => [name, scaled(part, factors, factors[name] ?? factor)])
  return Object.fromEntries(parts)
}

/** The factors the other way: from what the API has to what is typed. */
export const inverse = (factors: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(factors).map(([name, factor]) => [name, 1 / factor]))

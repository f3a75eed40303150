/** A number as people read it: three significant digits, all digits before the point. */
export const figure = (value: number): string => {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A difference in standard deviations, to two places; what rounds to nothing has no sign. */
export const apart = (difference: number): string => (Math.round(difference * 100) / 100 || 0).toFixed(2)

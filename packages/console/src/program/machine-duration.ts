const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** How long it is from one ISO instant to another, in its two largest units: `4 days 7 hours`, `20 minutes`. */
export const duration = (from: string, to: string): string => {
  let seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
  const parts: string[] = []
  for (const [unit, length] of units) {
    const count = Math.floor(seconds / length)
    seconds -= count * length
    if (count > 0) parts.push(`${count} ${count === 1 ? unit : `${unit}s`}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.join(' ') || 'under a second'
}

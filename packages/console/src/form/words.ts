/** `holdUntil` → `Hold until`; words that stand for themselves stay: `ACC`. */
export const inWords = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ')
}

/** `From 1 (hardly ever) to 5 (nearly always)` → what the lowest and the highest mark mean. */
export const endsIn = (title: string | undefined): [string, string] | undefined => {
  const found = /\b1 \(([^)]+)\).*\b5 \(([^)]+)\)/.exec(title ?? '')
  return found ? [found[1]!, found[2]!] : undefined
}

import type { Answer } from '../api/client.ts'

type Status = Answer<'getKpis'>['items'][number]
type Unit = Status['unit']

/** A number with up to two decimals and its sign if asked: `1,234.5`, `+0.3`. */
export const number = (value: number, { signed = false, decimals = 2 } = {}): string =>
  new Intl.NumberFormat('en-GB', {
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
    .format(value)
    .replace('-', '−')

/** `1 match`, `3 matches`. */
export const count = (of: number, one: string, many: string): string => `${of} ${of === 1 ? one : many}`

/** A share 0–1 as per cent: `86.0 %`. */
export const percent = (share: number): string => `${number(share * 100, { decimals: 1 })}\u00a0%`

const written: Record<Unit, (value: number) => string> = {
  share: percent,
  'share points': (value) => `${number(value * 100, { signed: true, decimals: 1 })} percentage points`,
  days: (value) => `${number(value, { decimals: 1 })}\u00a0days`,
  hours: (value) => `${number(value, { decimals: 1 })}\u00a0hours`,
  'rating 1–5': (value) => `${number(value)}\u00a0of\u00a05`,
  'rating points': (value) => `${number(value, { signed: true })} points`,
  'per team and month': (value) => `${number(value)} per team and month`,
}

/** A figure of a KPI with its unit, which stays on its line: `86 %`, `4 of 5`, `224 hours`. */
export const inUnit = (value: number, unit: Unit): string => written[unit](value)

/** A figure of a KPI in words; what there is no figure for is never 0. */
export const inWords = ({ value, unit }: Pick<Status, 'value' | 'unit'>): string =>
  value.kind === 'value' ? inUnit(value.value, unit) : value.kind

/** A target in words: `at least 80 %`. */
export const targetInWords = ({ target, unit }: Pick<Status, 'target' | 'unit'>): string | undefined =>
  target && `${target.test} ${inUnit(target.value, unit)}`

/** What a figure is made of: `98 of 114`; for figures without a numerator, how many are behind it. */
export const countsInWords = ({ numerator, denominator }: Pick<Status, 'numerator' | 'denominator'>) => {
  if (denominator === undefined) return undefined
  return numerator === undefined
    ? `${number(denominator)} in all`
    : `${number(numerator)}\u00a0/\u00a0${number(denominator)}`
}

/** How people write a figure of a unit: shares as per cent. `factor` turns what the API has into what is typed. */
export const entryOf = (unit: Unit): { suffix: string; factor: number } => {
  if (unit === 'share') return { suffix: '%', factor: 100 }
  if (unit === 'share points') return { suffix: 'percentage points', factor: 100 }
  return { suffix: unit, factor: 1 }
}

/** What was typed as a number; `undefined` for nothing, `NaN` for what is none. A comma counts as a decimal point. */
export const typed = (text: string): number | undefined => {
  const plain = text
    .trim()
    .replace(/(\d),(\d{1,2})$/, '$1.$2')
    .replaceAll(' ', '')
    .replace(/,(?=\d{3})/g, '')
  return plain === '' ? undefined : Number(plain)
}

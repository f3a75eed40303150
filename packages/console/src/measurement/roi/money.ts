/** Whole cents as money, without decimals where there are none: `EUR 40,500`. */
export const money = (cents: number, currency: string): string =>
  `${currency}\u00a0${new Intl.NumberFormat('en-GB', decimals(cents % 100 === 0 ? 0 : 2))
    .format(cents / 100)
    .replace('-', '−')}`

const decimals = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count })

/** Sums that were reckoned: whole units of the currency, as a range has no cents. */
export const about = (cents: number, currency: string): string => money(Math.round(cents / 100) * 100, currency)

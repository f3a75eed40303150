/** Whole cents for people, rounded to the whole currency: "EUR 35,400". */
export const moneyInWords = (cents: number, currency: string): string => {
  const amount = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(Math.abs(cents) / 100)
  return `${cents < 0 && amount !== '0' ? '−' : ''}${currency} ${amount}`
}

/** A number as people write it, as an exact fraction: 0.8 is 8/10, not the nearest binary number. */
type Fraction = { numerator: bigint; denominator: bigint }

function fraction(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).toLowerCase().split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const shift = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals)
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) }
}

/**
 * Compares `part / whole` with a threshold exactly: negative, zero or positive like a sort. In floating point 0.57 of 100 is
 * 56.99999999999999 and 0.07 of 100 is 7.000000000000001; a gate must not turn on that. `whole` is more than 0.
 */
export function compareShare(part: number, whole: number, threshold: number): number {
  const [p, w, t] = [fraction(part), fraction(whole), fraction(threshold)]
  const left = p.numerator * w.denominator * t.denominator
  const right = t.numerator * w.numerator * p.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** A number on a drawing with two decimals at most, so that pages stay small. */
const place = (value: number): number => Math.round(value * 100) / 100

/** Maps numbers from `from` to positions from `to`, both ends given. */
export const scale =
  ([least, most]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    place(start + ((value - least) / (most - least || 1)) * (end - start))

const steps = [1, 2, 2.5, 5, 10]

/** Round numbers that span the values, about `count` steps of 1, 2, 2.5 or 5 times a power of ten. */
export const ticks = (values: readonly number[], count = 4): number[] => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = most - least || Math.abs(most) || 1
  const power = 10 ** Math.floor(Math.log10(span / count))
  const step = power * (steps.find((each) => each * power * count >= span) ?? 10)
  const first = Math.floor(least / step)
  const last = Math.max(Math.ceil(most / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** A number for people: three significant digits, no noise behind them. */
export const short = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 3 }).replace('-', '−')

import { likelyValues, sumOf } from './draw-model.ts'
import type { Driver, RoiModel } from './roi-model.ts'
import type { RoiRange } from './roi-result.ts'

type Swing = { place: number; words: string; atLow: number; atHigh: number }
const steps = ['low', 'likely', 'high'] as const

/** How the net benefit moves with single inputs (tornado) and with the two that move it most (grid), all others at their likely value. */
export const sensitivityOf = ({
  drivers,
  benefits,
  costs,
}: Pick<RoiModel, 'drivers' | 'benefits' | 'costs'>): Pick<RoiRange, 'tornado' | 'grid'> => {
  const likely = likelyValues(drivers)
  const netWith = (...changed: [place: number, value: number][]) => {
    const values = [...likely]
    for (const [place, value] of changed) values[place] = value
    return sumOf(benefits, values) - sumOf(costs, values)
  }
  const swingOf = ({ words, range }: Driver, place: number): Swing => ({
    place,
    words,
    atLow: netWith([place, range.low]),
    atHigh: netWith([place, range.high]),
  })
  const sizeOf = ({ atLow, atHigh }: Swing) => Math.abs(atHigh - atLow)
  const swings = drivers.map(swingOf).filter((swing) => sizeOf(swing) > 0)
  swings.sort((a, b) => sizeOf(b) - sizeOf(a) || a.place - b.place)
  const [rows, columns] = swings
  const at = ({ place }: Swing, step: (typeof steps)[number]): [number, number] => [place, drivers[place]!.range[step]]
  const net = rows && columns && steps.map((row) => steps.map((column) => netWith(at(rows, row), at(columns, column))))
  return {
    tornado: swings.map(({ words, atLow, atHigh }) => ({ words, atLow, atHigh })),
    ...(net && { grid: { rows: rows.words, columns: columns.words, net } }),
  }
}

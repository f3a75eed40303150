import { type MeasuredRows, measured } from '../measurement/instruments/measured.ts'
import type { Computation, Rows } from './rows.ts'

const measuredRows = async ({ all, members }: Rows): Promise<MeasuredRows> => {
  const [responses, tasks, intakes, engagements] = await Promise.all([
    all('response'),
    all('task'),
    all('intake'),
    all('engagement'),
  ])
  return { responses, tasks, intakes, engagements, members }
}

/** The facts that instruments answer (W05, W07, W08, W11, W12, W17, W22), from what people filled in. */
export const instrumentFacts: Record<string, Computation> = Object.fromEntries(
  Object.entries(measured).map(([name, measure]): [string, Computation] => [
    name,
    async (rows) => {
      const found = measure(await measuredRows(rows))
      return found && { ...found, evidence: found.rows }
    },
  ]),
)

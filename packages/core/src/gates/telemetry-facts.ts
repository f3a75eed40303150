import type { Computation } from './rows.ts'

/** The facts of the warehouse (W16), from when it was last asked what it holds. */
export const telemetryFacts: Record<string, Computation> = {
  'telemetry-coverage': async (rows) => {
    const check = (await rows.all('telemetryCheck')).at(-1)
    if (!check) return undefined
    const { id, covered: part, held: whole, at } = check
    return {
      value: { kind: 'ratio', part, whole },
      note: `${part} of ${whole} sessions held were in the warehouse on ${at}`,
      evidence: [{ row: 'telemetryCheck', id, counts: part === whole }],
    }
  },
  'telemetry-fresh': async (rows) => {
    const check = (await rows.all('telemetryCheck')).at(-1)
    if (!check) return undefined
    const { id, fresh, reasons, newestRecordedAt = 'none' } = check
    return {
      value: { kind: 'yes-no', yes: fresh },
      note: [`newest row: ${newestRecordedAt}`, ...reasons].join('; '),
      evidence: [{ row: 'telemetryCheck', id, counts: fresh }],
    }
  },
}

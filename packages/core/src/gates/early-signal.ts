import type { Fact } from '../program/fact.ts'
import type { ProgramTemplate } from '../program/template.ts'
import type { GateOutcome } from './outcome.ts'
import { defaultAttendance, type RagReport, ragOf } from './rag.ts'

/** What is known of a gate when the report is made: its latest outcome, and the decision when somebody made one. */
export type GateSoFar = {
  gate: string
  outcome?: Pick<GateOutcome, 'outcome' | 'value' | 'reasons'>
  decided?: string
}

export type EarlySignalGate = {
  gate: string
  week: number
  title: string
  outcome: GateOutcome['outcome'] | 'not checked'
  value: string
  decided?: string
}

export type EarlySignal = {
  day: number
  words: string
  headline: string
  /** Early numbers are noisy: they show a direction and prove nothing (domain §8). */
  caveat: string
  rag: RagReport
  gates: EarlySignalGate[]
  missing: string[]
}

/** The program's own attendance threshold is the one of its first gate that has one. */
const attendanceOf = ({ gates }: ProgramTemplate): number => {
  const condition = gates.flatMap((gate) => gate.criterion.all).find(({ fact }) => fact === 'session-attendance')
  return condition && 'threshold' in condition ? condition.threshold : defaultAttendance
}

const count = (gates: EarlySignalGate[], outcome: EarlySignalGate['outcome']) =>
  gates.filter((each) => each.outcome === outcome).length

function headlineOf(day: number, { rag }: RagReport, gates: EarlySignalGate[]): string {
  const parts = [`${count(gates, 'pass')} of ${gates.length} gates passed`]
  for (const [outcome, words] of [
    ['fail', 'failed'],
    ['inconclusive', 'inconclusive'],
    ['not checked', 'not checked'],
  ] as const) {
    const found = count(gates, outcome)
    if (found > 0) parts.push(`${found} ${words}`)
  }
  return `Day ${day}: ${rag} – ${parts.join(', ')}`
}

/**
 * The report of day 60 or 120 (domain §7.1, `earlySignals` of the template) as plain data. `week` is the program week of that
 * day: gates of earlier weeks are due, and one of this week appears once it has an outcome. `missing` says in words what there
 * is no data for.
 */
export function buildEarlySignal({
  template,
  day,
  week,
  gates,
  facts,
}: {
  template: ProgramTemplate
  day: number
  week: number
  gates: readonly GateSoFar[]
  facts: ReadonlyMap<string, Fact>
}): EarlySignal {
  const known = new Map(gates.map((each) => [each.gate, each]))
  const soFar = template.gates.filter((each) => each.week < week || known.get(each.gate)?.outcome)
  const rows = soFar.map((each): EarlySignalGate => {
    const found = known.get(each.gate)
    return {
      gate: each.gate,
      week: each.week,
      title: each.title,
      outcome: found?.outcome?.outcome ?? 'not checked',
      value: found?.outcome?.value ?? 'no data',
      ...(found?.decided && { decided: found.decided }),
    }
  })
  const rag = ragOf(facts, { attendance: attendanceOf(template) })
  return {
    day,
    words: template.earlySignals.find((each) => each.day === day)?.words ?? 'Early signal; directional, not proof',
    headline: headlineOf(day, rag, rows),
    caveat: 'Early numbers are noisy: take them as a direction, not as proof.',
    rag,
    gates: rows,
    missing: [
      ...rag.elements.filter(({ result }) => result === 'no data').map(({ reason }) => reason),
      ...rows
        .filter(({ outcome }) => outcome === 'not checked')
        .map(({ gate, title }) => `${gate} ${title}: not checked yet`),
      ...rows
        .filter(({ outcome }) => outcome === 'inconclusive')
        .flatMap(({ gate }) =>
          (known.get(gate)?.outcome?.reasons.slice(0, 1) ?? []).map((reason) => `${gate} ${reason}`),
        ),
    ],
  }
}

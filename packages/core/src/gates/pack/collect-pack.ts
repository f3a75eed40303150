import { newestMeasured } from '../../measurement/read-measured.ts'
import type { Store } from '../../ports.ts'
import { programWeekAt } from '../../program/calendar.ts'
import type { GateRecord } from '../../program/gate-record.ts'
import { allOf, loadMembers, loadPeople, loadTemplate } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import type { Gate } from '../../program/template.ts'
import { collectFacts } from '../collect-facts.ts'
import { buildEarlySignal } from '../early-signal.ts'
import { ragFacts } from '../rag.ts'
import { gatesSoFar } from '../read-early-signal.ts'
import type { PackData, PackKpi } from './pack-data.ts'
import { packChecklist, packDecision, packFacts, packMitigations } from './pack-gate.ts'
import { packImpact } from './pack-measured.ts'
import { packRisks, type ReadAll } from './pack-risks.ts'
import { readPackKpis } from './read-pack-kpis.ts'
import { smallGroups, withhold } from './withhold.ts'

/** What a pack is about: a gate with its record, or a day of the early-signal report. */
export type PackSubject = { id: string; title: string; round: number } & (
  | { day: number }
  | { gate: Gate; record: GateRecord }
)

/** Gathers what a steering pack shows, from the rows as they are at `now`; nothing of single people is in it. */
export const collectPack = async (
  store: Store,
  program: Program,
  subject: PackSubject & { edition: number },
  now: string,
): Promise<PackData> => {
  const { tenantId, zone } = program
  const scope = { tenantId, scope: program.id }
  const all: ReadAll = (kind) => allOf(store, kind, scope)
  const template = await loadTemplate(store, program)
  const members = await loadMembers(store, program)
  const week = programWeekAt({ ...program, instant: now })
  const [facts, gates, records, kpis, impact, roi, risks, people] = await Promise.all([
    collectFacts(store, program, template, { names: [...ragFacts], week, now }),
    gatesSoFar(store, tenantId, program.id),
    all('gate'),
    readPackKpis(store, program, now),
    newestMeasured(store, scope, 'impact'),
    newestMeasured(store, scope, 'roi'),
    packRisks(program, now, all),
    loadPeople(
      store,
      tenantId,
      members.map(({ id }) => id),
    ),
  ])
  const day = 'day' in subject ? subject.day : 0
  const signal = buildEarlySignal({ template, day, week, gates, facts })
  const evaluation = 'gate' in subject ? subject.record.evaluations.at(-1)! : undefined
  const { id, title, round, edition } = subject
  const data: PackData = {
    program: program.name,
    about: { id, title, round, edition },
    madeAt: now,
    zone,
    rag: signal.rag,
    mitigations: packMitigations(records),
    ...('gate' in subject && { decision: packDecision(subject.gate, subject.record, template, members) }),
    gates: signal.gates,
    facts: evaluation ? packFacts(evaluation) : [],
    kpis,
    ...(impact && { impact: packImpact(impact) }),
    ...(roi && { roi }),
    risks,
    checklist: 'gate' in subject ? packChecklist(subject.gate, evaluation!) : [],
    missing: [...signal.missing, ...gapsOf(kpis, { impact: impact !== undefined, roi: roi !== undefined })],
  }
  const conditions = records.flatMap(({ evaluations }) => evaluations.flatMap((each) => each.conditions))
  const looked = [...facts.values()].map(({ name, ...fact }) => ({ fact: name, ...fact }))
  const persons = [...people.values()].flatMap(({ id, name, email }) => [id, name, email])
  return withhold(data, [
    ...smallGroups([...conditions, ...looked]),
    ...persons.map((text) => [text, 'a member of the program'] as const),
  ])
}

const gapsOf = (kpis: PackKpi[], has: { impact: boolean; roi: boolean }): string[] => {
  const without = kpis.filter(({ status }) => status === 'no data').map(({ kpi, name }) => `${kpi} ${name}`)
  return [
    ...(without.length > 0 ? [`No data for: ${without.join(', ')}`] : []),
    ...(has.impact ? [] : ['No comparison with people outside the program has been measured']),
    ...(has.roi ? [] : ['The return on investment has not been reckoned']),
  ]
}

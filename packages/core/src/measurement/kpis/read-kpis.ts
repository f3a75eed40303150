import type { Store } from '../../ports.ts'
import { allOf, loadProgram } from '../../program/load.ts'
import { plannedEnd, spanOf } from './attribution.ts'
import type { KpiDefinition } from './definition.ts'
import { definitionOf, kpiDefinitions } from './definitions.ts'
import { counterGroups } from './formula.ts'
import type { KpiId } from './kpi-ids.ts'
import { demandLevel, isAt, type KpiLevel, loadWeeks } from './kpi-level.ts'
import { loadKpiSettings } from './load-kpi-settings.ts'
import { type KpiStatus, statusOf } from './status.ts'
import { type SeriesPoint, type Span, seriesOf, type Weeks } from './summarise.ts'
import { isTooSmall, type PeopleBehind, peopleBehind } from './suppression.ts'

type Ref = { tenantId: string; programId: string }

/** What the figures of one level are worked out from. */
type Ground = { weeks: Weeks; ofProgram: Weeks; people: PeopleBehind; spanFor: (definition: KpiDefinition) => Span }

/**
 * How every KPI stands at a level, over the weeks that are over. Figures of what fewer than five people answered are suppressed (P7).
 * @throws DomainError `NotFound` (program, engagement)
 */
export const readKpis = async (
  { store, now }: { store: Store; now: string },
  ref: Ref,
  level: KpiLevel,
): Promise<{ week: string; statuses: KpiStatus[] }> => {
  const [ground, settings] = await Promise.all([
    loadGround(store, now, ref, level, kpiDefinitions),
    settingsOf(store, ref),
  ])
  const { weeks, people, ofProgram, spanFor } = ground
  const statuses = kpiDefinitions.map((definition) =>
    statusOf(definition, weeks, spanFor(definition), settings.kpis[definition.id], { people, ofProgram }),
  )
  return { week: spanFor(kpiDefinitions[0]!).running, statuses }
}

/** One KPI week by week. @throws DomainError `NotFound` (program, engagement) */
export const readSeries = async (
  { store, now }: { store: Store; now: string },
  ref: Ref,
  level: KpiLevel,
  kpi: KpiId,
): Promise<{ status: KpiStatus; series: SeriesPoint[] }> => {
  const definition = definitionOf(kpi)
  const [ground, settings] = await Promise.all([
    loadGround(store, now, ref, level, [definition]),
    settingsOf(store, ref),
  ])
  const { weeks, people, ofProgram, spanFor } = ground
  const span = spanFor(definition)
  return {
    status: statusOf(definition, weeks, span, settings.kpis[kpi], { people, ofProgram }),
    series: seriesOf(definition, weeks, span, people),
  }
}

const settingsOf = (store: Store, { tenantId, programId }: Ref) =>
  loadKpiSettings(store, { tenantId, scope: programId })

const loadGround = async (
  store: Store,
  now: string,
  ref: Ref,
  level: KpiLevel,
  definitions: KpiDefinition[],
): Promise<Ground> => {
  const scope = { tenantId: ref.tenantId, scope: ref.programId }
  const program = await loadProgram(store, ref.tenantId, ref.programId)
  await demandLevel(store, scope, level)
  const [end, weeks, ofProgram, people] = await Promise.all([
    plannedEnd(store, program),
    loadWeeks(store, scope, level),
    loadWeeks(store, scope, { level: 'program' }),
    loadPeopleBehind(store, ref, level, definitions),
  ])
  return { weeks, ofProgram, people, spanFor: (definition) => spanOf(program, end, now, definition) }
}

/**
 * How many people are behind what single people answered. An engagement is one participant, always too few. Of two cohorts neither is
 * shown when one is too small: it could be worked out from the other and the program.
 */
const loadPeopleBehind = async (
  store: Store,
  { tenantId, programId }: Ref,
  level: KpiLevel,
  definitions: KpiDefinition[],
): Promise<PeopleBehind> => {
  if (level.level === 'engagement') return () => 1
  const answers = definitions.filter(({ answers }) => answers)
  const kinds = new Set(answers.flatMap(({ rows }) => rows))
  const names = new Set(answers.flatMap(({ formula }) => counterGroups(formula).flat()))
  const scope = { tenantId, scope: programId }
  const rows = (await Promise.all([...kinds].map((kind) => allOf(store, 'contribution', scope, `${kind}.`)))).flat()
  const answered = rows.filter(({ shares }) =>
    shares.some(({ counters }) => Object.keys(counters).some((name) => names.has(name))),
  )
  if (level.level === 'program') return peopleBehind(answered)
  const own = peopleBehind(answered.filter((row) => isAt(level, row)))
  const other = peopleBehind(
    answered.filter((row) => isAt({ level: 'cohort', cohort: level.cohort === 'coach' ? 'mentor' : 'coach' }, row)),
  )
  return (groups, inWeek) => {
    const others = other(groups, inWeek)
    return Math.min(own(groups, inWeek), isTooSmall(others) ? others : Infinity)
  }
}

import type { Store } from '../../ports.ts'
import { localDate, localWeek, plusDays, weekWindow } from '../../program/calendar.ts'
import { loadTemplate } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import type { KpiDefinition } from './definition.ts'
import type { Span } from './summarise.ts'

/** When a program is over as planned, weeks it has slipped among them: the check of its last week. */
export const plannedEnd = async (store: Store, program: Program): Promise<string> => {
  const template = await loadTemplate(store, program)
  return weekWindow({ ...program, ...template, week: template.weeks }).checksAt
}

/** Which weeks count at `now`: those that are over, up to the end of the KPI's attribution window after the planned end. */
export const spanOf = ({ zone }: Pick<Program, 'zone'>, end: string, now: string, definition: KpiDefinition): Span => ({
  running: localWeek(now, zone),
  last: localWeek(plusDays(end, zone, definition.windowDays), zone),
})

/** Within a year before the start and after the planned end lie the days of readings. */
export const readingDays = (program: Program, end: string): { from: string; to: string } => ({
  from: localDate(plusDays(`${program.startDate}T12:00:00Z`, 'UTC', -365), 'UTC'),
  to: localDate(plusDays(end, program.zone, 365), program.zone),
})

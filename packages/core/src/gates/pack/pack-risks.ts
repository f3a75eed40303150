import { stallsAt } from '../../engagement/looks/stalled.ts'
import type { Program } from '../../program/program.ts'
import type { Kind, RecordOf } from '../../records.ts'
import type { PackData } from './pack-data.ts'

/** Reads all rows of a kind of the program. */
export type ReadAll = <K extends Kind>(kind: K) => Promise<RecordOf<K>[]>

/** What needs attention, as counts: nobody is named, and no text of a blocker or an escalation is shown. */
export const packRisks = async (program: Program, now: string, all: ReadAll): Promise<PackData['risks']> => {
  const [engagements, blockers, escalations, tasks, alerts] = await Promise.all([
    all('engagement'),
    all('blocker'),
    all('escalation'),
    all('task'),
    all('poolAlert'),
  ])
  const isStalled = (stalls: string | undefined) => stalls !== undefined && stalls <= now
  const stalled = engagements.filter((each) => isStalled(stallsAt(each, program))).length
  const active = engagements.filter(({ status }) => status === 'active').length
  const systemic = blockers.filter(({ status, systemic: whole }) => status === 'open' && whole).length
  const open = escalations.filter(({ status }) => status === 'open')
  const late = open.filter(({ dueAt }) => dueAt < now).length
  const outside = alerts.filter(({ status }) => status === 'too few' || status === 'more than needed')
  return [
    { risk: 'Stalled pairs', count: stalled, note: `no session in two cadences, of ${active} active pairs` },
    { risk: 'Open systemic blockers', count: systemic, note: 'they concern the whole program' },
    { risk: 'Open escalations', count: open.length, note: `${late} past the end of their time` },
    {
      risk: 'Overdue tasks',
      count: tasks.filter(({ status, dueAt }) => status === 'open' && dueAt < now).length,
      note: 'open after their due date',
    },
    {
      risk: 'Capacity alerts',
      count: outside.length,
      note: outside.map(({ id, status }) => `${id}: ${status}`).join('; ') || 'the pool fits the demand',
    },
  ]
}

import { services } from '../intake/intake-record.ts'
import { platform, type Work } from '../program/actor.ts'
import { isMondayMorningPast, localWeek } from '../program/calendar.ts'
import { loadProgram, loadTemplate } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import { whileStale } from '../program/while-stale.ts'
import { planCapacity } from '../selection/capacity-plan.ts'
import { alertIsDue, type PoolAlertRecord } from '../selection/pool-alert.ts'
import { readCapacity } from './read-capacity-plan.ts'

/**
 * Looks at the pool of a running program once a local week, from Monday 08:00, and tells (`pool.alert`) which services have left their
 * target or stay outside of it (C). Not before the selection is due: somebody has passed, or the calibration gate (W03) is closed.
 * Repeatable within the week.
 * @returns the services it told of
 */
export const watchPool = (
  work: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  programId: string,
): Promise<PoolAlertRecord['id'][]> =>
  whileStale(async () => {
    const { store, now } = work
    const program = await loadProgram(store, tenantId, programId)
    if (program.status !== 'running' || !isMondayMorningPast(now, program.zone)) return []
    const scope = { tenantId, scope: programId }
    const week = localWeek(now, program.zone)
    const known = new Map((await store.getMany('poolAlert', scope, [...services])).map((each) => [each.id, each]))
    if (services.every((service) => known.get(service)?.week === week)) return []

    const capacity = await readCapacity(work, program)
    const due = capacity.pool.length > 0 || (await isCalibrated(work, program))
    const { lines } = planCapacity({ ...capacity, weeks: 1 })
    const looked = lines.map(({ service, status: found, monday }) => {
      const status: PoolAlertRecord['status'] = due ? found : 'not due'
      const before = known.get(service)
      const tell = alertIsDue(before, status, monday)
      const outside = status === 'too few' || status === 'more than needed'
      const toldIn = tell ? monday : outside ? before?.toldIn : undefined
      const record: PoolAlertRecord = { ...scope, id: service, version: before?.version ?? 0, week, status, toldIn }
      return { service, tell, record }
    })
    const told = looked.filter(({ tell }) => tell).map(({ service }) => service)
    await store.commit(
      looked.map(({ record }) => ({ kind: 'poolAlert', record, expect: record.version })),
      told.length > 0 ? [{ type: 'pool.alert', tenantId, programId, at: now, by: platform, week, services: told }] : [],
    )
    return told
  })

/** The gate that calibrates coaches and mentors (W03) is closed. */
const isCalibrated = async ({ store }: Pick<Work, 'store'>, program: Program): Promise<boolean> => {
  const template = await loadTemplate(store, program)
  const gate = template.gates.find(({ criterion }) => criterion.all.some(({ fact }) => fact === 'provider-calibration'))
  if (!gate) return false
  const record = await store.get('gate', { tenantId: program.tenantId, scope: program.id }, gate.gate)
  return record?.status === 'closed'
}

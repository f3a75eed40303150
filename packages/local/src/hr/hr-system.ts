import { randomUUID } from 'node:crypto'
import type { Alarm, Clock } from '../clock.ts'
import { type Manner, startDeliveries } from './deliveries.ts'
import { beginOf, dayAfter, dayOf, type Employee, type EmployeeState, stateOn, statusOn } from './employee.ts'
import type { Due, HrStore, Subscription } from './hr-store.ts'
import type { Told } from './vendors/fake-vendor.ts'
import { fakeVendors } from './vendors/index.ts'

export type HrSystem = ReturnType<typeof startHrSystem>

/** Something to hire with: a manager, a zone and dates may be left out. */
export type NewEmployee = Pick<EmployeeState, 'email' | 'firstName' | 'lastName' | 'title' | 'department'> &
  Partial<EmployeeState>

/**
 * A small HR system that plays several vendors over one set of employees. What is entered is told to every subscription, in the way of
 * its vendor; what holds from a later day on is told again on its morning.
 */
export const startHrSystem = ({ store, clock }: { store: HrStore; clock: Clock }) => {
  const deliveries = startDeliveries({ store, clock })
  const alarms = new Map<string, Alarm>()
  const today = () => dayOf(clock.now())

  const tell = async (due: Omit<Due, 'at'> | (Omit<Due, 'at' | 'phase'> & { phase: 'said' }), manner: Manner) => {
    const employee = store.get('employee', String(due.employeeId))
    if (!employee) return
    const day = due.phase === 'said' && due.effectiveOn > today() ? due.effectiveOn : today()
    const state = stateOn(employee, day)
    // They may have been taken back, or stay longer, in the meantime.
    if (due.phase === 'left' && statusOn(state, today()) !== 'left') return
    const told: Told = {
      ...{ phase: due.phase, id: employee.id, hire: due.hire, state, status: statusOn(state, day) },
      ...{ fields: due.fields, effectiveOn: due.effectiveOn, at: clock.now(), newId: randomUUID },
    }
    for (const { value: subscription } of store.all('subscription')) {
      await deliveries.deliver(subscription, fakeVendors[subscription.vendor].eventsOf(told), manner)
    }
  }

  const arm = (id: string, due: Due) => {
    const wake = () => {
      alarms.delete(id)
      void deliveries.follow(tell(due, {}).finally(() => store.remove('due', id)))
    }
    alarms.set(id, clock.alarm(due.at, wake))
  }
  const later = (due: Due) => {
    const id = randomUUID()
    store.put('due', id, due)
    arm(id, due)
  }

  const enter = async (
    employee: Employee,
    set: Partial<EmployeeState>,
    effectiveOn: string,
    hire: boolean,
    manner: Manner,
  ) => {
    const at = clock.now()
    employee.changes.push({ effectiveOn, saidAt: at, set })
    store.put('employee', String(employee.id), employee)
    const fields = Object.keys(set) as (keyof EmployeeState)[]
    const about = { employeeId: employee.id, fields, effectiveOn, hire }
    await tell({ ...about, phase: 'said' }, manner)
    if (effectiveOn > today()) later({ ...about, phase: 'holds', at: beginOf(effectiveOn) })
    else await tell({ ...about, phase: 'holds' }, manner)
    if (set.endsOn && set.endsOn >= today()) later({ ...about, phase: 'left', at: beginOf(dayAfter(set.endsOn)) })
  }

  for (const { id, value } of store.all('due')) arm(id, value)

  const employees = (): Employee[] => store.all('employee').map(({ value }) => value)
  const find = (id: number) => {
    const employee = store.get('employee', String(id))
    if (!employee) return undefined
    const state = stateOn(employee, today())
    return { employee, state, status: statusOn(state, today()) }
  }

  return {
    today,
    now: () => clock.now(),
    find,
    employees: () => employees().map(({ id }) => ({ id, ...find(id)! })),
    deliveries,
    /** @returns the number of the new employee */
    async hire({ hiredOn = today(), ...given }: NewEmployee, manner: Manner = {}): Promise<number> {
      const id = Math.max(100, ...employees().map((each) => each.id)) + 1
      const set = { managerId: null, zone: 'Europe/Berlin', endsOn: null, status: null, ...given, hiredOn }
      await enter({ id, changes: [] }, set, hiredOn, true, manner)
      return id
    },
    /** @returns false when nobody has this number */
    async change(
      id: number,
      set: Partial<EmployeeState>,
      effectiveOn: string = today(),
      manner: Manner = {},
    ): Promise<boolean> {
      const employee = store.get('employee', String(id))
      if (!employee) return false
      // New dates of employment say more than a status that was set by hand before.
      const dates = set.status === undefined && (set.hiredOn !== undefined || set.endsOn !== undefined)
      await enter(employee, dates ? { ...set, status: null } : set, effectiveOn, false, manner)
      return true
    },
    /** Takes somebody out altogether: from now on nobody knows their number. Nothing is told of it. */
    forget: (id: number): boolean => store.remove('employee', String(id)),
    subscribe(given: Omit<Subscription, 'id'>): Subscription {
      const subscription = { id: randomUUID(), ...given }
      store.put('subscription', subscription.id, subscription)
      return subscription
    },
    subscriptions: (): Subscription[] => store.all('subscription').map(({ value }) => value),
    unsubscribe: (id: string): boolean => store.remove('subscription', id),
    settled: deliveries.settled,
    busy: deliveries.busy,
    async close() {
      for (const alarm of alarms.values()) alarm.cancel()
      deliveries.close()
      await deliveries.settled()
      store.close()
    },
  }
}

import { ulids } from '@pilotgate/aws/ids'
import { employeeChange } from '@pilotgate/workflows/employee-change/machine'
import { states as names } from '@pilotgate/workflows/employee-change/names'
import { expect, test, vi } from 'vitest'
import { waitForDate } from '../../functions/program/wait-for-date.ts'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'
import { company } from '../program/hr/company.ts'
import { engineOf } from './engine-of.ts'
import { arns } from './stage.ts'

const held = vi.hoisted(() => ({ container: {} as object }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../functions/lib/log.ts', () => ({ log: () => {} }))

const { handler } = await import('../../functions/program/tasks.ts')

const start = '2027-01-11T09:00:00.000Z'
const ana = { email: 'ana@nordlicht.example', status: 'active' as const, hiredOn: '2020-01-01' }

/** A company, the machine on the engine and the function that ships; events delivered twice. */
const platform = async (answer?: () => Promise<unknown>) => {
  const it = company()
  await it.keep()
  const clock = virtualClock({ start: Date.parse(start), running: false })
  const { engine } = engineOf(clock, (payload) => answer?.() ?? handler(payload, {} as never))
  held.container = { store: it.store, ids: ulids(), config: { HR_ENDPOINTS: {} }, secrets: {}, web: {} }
  const { arn: stateMachineArn } = engine.machines.create({
    name: 'employee-change',
    definition: JSON.stringify(employeeChange(arns)),
    roleArn: 'arn:aws:iam::000000000000:role/states',
  })
  const executions = new Set<string>()
  let delivered = 0
  const settle = async () => {
    for (;;) {
      await engine.idle()
      const events = await it.events()
      if (delivered === events.length) return
      for (const event of events.slice(delivered)) {
        if (event.type !== 'employee.waiting') continue
        const { name, input } = waitForDate(event)
        if (executions.has(name)) continue
        engine.startExecution({ stateMachineArn, name, input: JSON.stringify(input) })
        executions.add(name)
      }
      delivered = events.length
    }
  }
  const jumpTo = async (to: string) => {
    await settle()
    for (let due = clock.nextDue(); due !== undefined && due <= Date.parse(to); due = clock.nextDue()) {
      clock.jump(Math.max(due, clock.now()))
      it.at(new Date(clock.now()).toISOString())
      await settle()
    }
    clock.jump(Date.parse(to))
    it.at(to)
    await settle()
  }
  const all = () => engine.listExecutions(stateMachineArn, { limit: 100 })
  return { ...it, engine, jumpTo, settle, executions, all, stateMachineArn }
}

test('the last day passes at midnight of the zone, whatever the clock of the machine says', async () => {
  const it = await platform()
  await it.say('1', { ...ana, endsOn: '2027-03-31' })
  await it.say('1', { title: 'Lead' }, { effectiveOn: '2027-02-01' })
  // By then it is summer in Berlin: midnight is at 22:00 UTC.
  await it.jumpTo('2027-03-31T21:59:59.000Z')
  expect(await it.kinds()).toEqual([])
  await it.jumpTo('2027-03-31T22:00:00.000Z')
  expect(await it.kinds()).toEqual(['terminated'])
  expect((await it.changes())[0]).toMatchObject({ at: '2027-03-31T22:00:00.000Z', effectiveOn: '2027-04-01' })
})

test('a date that is years away is waited for in one execution after another', async () => {
  const it = await platform()
  await it.say('1', { ...ana, endsOn: '2028-12-31' })
  await it.jumpTo('2028-12-31T22:59:59.000Z')
  expect(await it.kinds()).toEqual([])
  const [first] = it.executions
  expect(it.all().map(({ name, status }) => [name, status])).toEqual([
    [`${first}-part3`, 'RUNNING'],
    [`${first}-part2`, 'SUCCEEDED'],
    [first, 'SUCCEEDED'],
  ])
  await it.jumpTo('2028-12-31T23:00:00.000Z')
  expect(await it.kinds()).toEqual(['terminated'])
  expect(it.all().map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'])
})

test('an HR system that does not answer is asked once an hour, for two days', async () => {
  let asked = 0
  const it = await platform(async () => {
    asked += 1
    return { again: true }
  })
  await it.say('1', { ...ana, endsOn: '2027-01-31' })
  await it.jumpTo('2027-01-31T23:00:00.000Z')
  expect(asked).toBe(1)
  await it.jumpTo('2027-02-01T01:00:00.000Z')
  expect(asked).toBe(3)
  await it.jumpTo('2027-03-01T00:00:00.000Z')
  expect(asked).toBe(48)
  const [execution] = it.all()
  expect(execution!.status).toBe('SUCCEEDED')
  const history = it.engine.history(execution!.arn, { limit: 10_000 })
  expect(JSON.stringify(history.at(-2))).toContain(names.done)
  expect(history.length).toBeLessThan(2_000)
})

test('the same employee and date is the same execution; ids of any kind make a name that may be used', () => {
  const event = {
    ...{ eventId: 'e', type: 'employee.waiting' as const, tenantId: 'nordlicht', programId: '-', by: 'pilotgate' },
    ...{ at: start, connectionId: '01M81N4RCH000001C66FRYS7DJ', employeeId: 'ä/#'.repeat(60) },
    wakesAt: '2027-03-31T22:00:00.000Z',
  }
  const { name } = waitForDate(event)
  expect(name).toMatch(/^[0-9A-Z]{26}-[0-9a-f]{24}-202703312200$/)
  expect(waitForDate({ ...event, eventId: 'f', at: '2027-02-01T00:00:00.000Z' })).toEqual(waitForDate(event))
  expect(waitForDate({ ...event, employeeId: '2' }).name).not.toBe(name)
})

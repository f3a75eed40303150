import { DomainError } from '@pilotgate/core/errors'
import type { Vault, Web } from '@pilotgate/core/ports'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { wakeEmployee } from '@pilotgate/core/program/hr/employees/wake-employee'
import type { Asking } from '@pilotgate/core/program/hr/inbox/ask-employee'
import { mostTries, waitAfter } from '@pilotgate/core/program/hr/inbox/pauses'
import { TryLater } from '@pilotgate/core/program/hr/inbox/try-later'
import { workThrough } from '@pilotgate/core/program/hr/inbox/work-through'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import type { EmployeeFields, EmployeeNotice } from '@pilotgate/core/program/hr/vendors/report'
import type { Vendor } from '@pilotgate/core/program/hr/vendors/vendor'
import { allOf } from '@pilotgate/core/program/load'
import { pauseAfter } from '@pilotgate/core/program/pause-after'
import { expect, test, vi } from 'vitest'
import { company } from './company.ts'

type Answer = Partial<EmployeeFields> | undefined | Error

/** A company whose HR system answers from a table; deliveries hold notices as JSON. */
const thinCompany = async (changes: Partial<ConnectionRecord> = {}, vendor: Partial<Vendor['readBack']> = {}) => {
  const it = company({ vendor: 'bamboohr', ...changes })
  await it.keep()
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const there = { pings: 0, error: undefined as Error | undefined }
  const fake: Vendor = {
    ...vendors.bamboohr,
    door: {
      verify: async () => ({ kind: 'handshake' }),
      read: (text) => {
        if (text === 'nonsense') throw new DomainError('InvalidInput', 'This is not what is expected of BambooHR.')
        return JSON.parse(text) as EmployeeNotice[]
      },
    },
    readBack: {
      hosts: () => [],
      fetch: async ({ now }, employeeId) => {
        asked.push(employeeId)
        const answer = answers.get(employeeId)
        if (answer instanceof Error) throw answer
        return answer && { employeeId, fields: answer, occurredAt: now }
      },
      ping: async () => {
        there.pings += 1
        if (there.error) throw there.error
      },
      ...vendor,
    },
  }
  const asking: Asking = {
    ...{ vault: {} as Vault, web: {} as Web, endpoints: {}, vendors: { ...vendors, bamboohr: fake } },
  }
  const scope = scopeOfConnection(it.connection)
  let delivered = 0
  const deliver = async (body: EmployeeNotice[] | string) => {
    delivered += 1
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const at = it.work().now
    const about = { ...scope, id: `d${delivered}`, version: 0, connectionId: it.connection.id }
    await it.write({ kind: 'inbox', record: { ...about, body: text, receivedAt: at, expiresAt: 1 }, expect: 0 })
    return about.id
  }
  const message = (inboxId: string, tries = 1) => ({
    ...{ tenantId: it.tenantId, connectionId: it.connection.id, inboxId },
    tried: tries - 1,
  })
  return {
    ...it,
    asking,
    answers,
    asked,
    there,
    deliver,
    message,
    take: (inboxId: string, tries = 1) => workThrough(it.work(), asking, message(inboxId, tries)),
    wake: (employeeId: string) =>
      wakeEmployee(it.work(), asking, { tenantId: it.tenantId, connectionId: it.connection.id, employeeId }),
    inbox: async (id: string) => (await it.store.get('inbox', scope, id))!,
    log: async () => allOf(it.store, 'inboxLog', scope),
    connect: async (edit: Partial<ConnectionRecord>) => {
      const known = (await it.store.get('connection', { tenantId: it.tenantId, scope: '-' }, it.connection.id))!
      await it.write({ kind: 'connection', record: { ...known, ...edit }, expect: known.version })
    },
  }
}
const about = (employeeId: string, more: Partial<EmployeeNotice> = {}): EmployeeNotice => ({
  ...{ employeeId, type: 'employee.updated', occurredAt: '2027-01-11T08:00:00.000Z' },
  ...more,
})
const ana = { email: 'ana@nordlicht.example', title: 'Engineer', status: 'active' as const, hiredOn: '2020-01-01' }

test('a thin delivery has the state read back, is logged without data of people, and its body is emptied', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  const id = await it.deliver([about('1'), about('2')])
  expect(await it.take(id)).toBeUndefined()
  expect(await it.person(ana.email)).toBeDefined()
  expect((await it.inbox(id)).body).toBe('')
  expect(await it.log()).toMatchObject([
    { inboxId: id, type: 'employee.updated', employeeIds: ['1', '2'], result: 'changed', attempts: 1 },
  ])
  expect(JSON.stringify(await it.log())).not.toMatch(/@|Engineer/)
  // The queue hands it over again, later or twice at once.
  await Promise.all([it.take(id), it.take(id)])
  expect(await it.log()).toHaveLength(1)
  expect(it.asked).toEqual(['1', '2'])
})

test('of two fetches the later one wins, whatever the clock says', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  await it.take(await it.deliver([about('1')]))
  it.answers.set('1', { ...ana, title: 'Accountant' })
  it.at('2027-01-10T09:00:00.000Z')
  await it.take(await it.deliver([about('1')]))
  expect(await it.kinds()).toEqual(['role_changed'])
  expect((await it.log()).map(({ result }) => result).sort()).toEqual(['changed', 'changed'])
})

test('whoever the HR system does not know any more has left; whom nobody knew stays unknown', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  await it.take(await it.deliver([about('1')]))
  it.answers.delete('1')
  await it.take(await it.deliver([about('1')]))
  await it.take(await it.deliver([about('404')]))
  expect(await it.kinds()).toEqual(['terminated'])
  expect((await it.log()).map(({ result }) => result).sort()).toEqual(['changed', 'changed', 'not known here'])
  expect(await it.employees()).toHaveLength(1)
})

test.each(['InvalidInput', 'NotAllowed', 'Unavailable'] as const)(
  'nobody has left as long as it is not sure that the HR system itself says so (%s)',
  async (code) => {
    const it = await thinCompany()
    it.answers.set('1', ana)
    await it.take(await it.deliver([about('1')]))
    expect(it.there.pings).toBe(0)
    it.answers.delete('1')
    it.there.error = new DomainError(code, 'What answers there is not BambooHR.')
    const id = await it.deliver([about('1'), about('new')])
    expect(await it.take(id)).toEqual({ waitSeconds: expect.any(Number) })
    expect(await it.take(id, mostTries)).toBeUndefined()
    expect(await it.kinds()).toEqual([])
    expect((await it.log()).map(({ words }) => words).join()).toContain('What answers there is not BambooHR.')
    // Whom nobody knew is not forgotten either.
    expect((await it.inbox(id)).body).not.toBe('')
    it.there.error = undefined
    expect(await it.take(id)).toBeUndefined()
    expect(await it.kinds()).toEqual(['terminated'])
  },
)

/** Hands messages over as the queue does, one after another, until it is done or has to wait. */
const takeAll = async (it: Awaited<ReturnType<typeof thinCompany>>, inboxId: string, more = {}) => {
  let left: Awaited<ReturnType<typeof workThrough>> = { next: { ...it.message(inboxId), ...more } }
  let handovers = 0
  while (left && 'next' in left && left.next.waitSeconds === undefined) {
    handovers += 1
    left = await workThrough(it.work(), it.asking, left.next)
  }
  return { left, handovers }
}

test('a delivery about many employees is worked through in parts, and is one line in the log', async () => {
  const it = await thinCompany()
  const many = Array.from({ length: 10 }, (_, index) => String(index + 1))
  for (const each of many) it.answers.set(each, { ...ana, email: `e${each}@nordlicht.example` })
  it.answers.set('4', new DomainError('InvalidInput', 'BambooHR gave an answer that is not understood (200).'))
  const id = await it.deliver(many.map((each) => about(each)))
  expect(await takeAll(it, id)).toEqual({ left: undefined, handovers: 4 })
  expect(it.asked).toEqual(many)
  expect(await it.log()).toMatchObject([
    { employeeIds: many, result: 'cannot be used', words: expect.stringMatching(/^BambooHR gave .* again\.$/) },
  ])
  // Handed over again, it begins anew.
  it.answers.set('4', { ...ana, email: 'e4@nordlicht.example' })
  expect(await takeAll(it, id)).toEqual({ left: undefined, handovers: 4 })
  expect(await it.inbox(id)).toMatchObject({ body: '', doneAt: it.work().now })
  expect((await it.inbox(id)).progress).toBeUndefined()
  expect(await it.employees()).toHaveLength(10)
  expect(await it.log()).toHaveLength(2)
})

test('stopped in the midst, it goes on where it stopped, as often as it gets further', async () => {
  const it = await thinCompany()
  const many = Array.from({ length: 60 }, (_, index) => String(index + 1))
  for (const each of many) it.answers.set(each, { ...ana, email: `e${each}@nordlicht.example` })
  const id = await it.deliver(many.map((each) => about(each)))
  let more = {}
  for (const each of many.filter((_, index) => index > 0 && index % 2 === 0)) {
    const answer = it.answers.get(each)
    it.answers.set(each, new TryLater('BambooHR was asked too often.', 60))
    const { left } = await takeAll(it, id, more)
    expect(left).toMatchObject({ next: { tried: 0, waitSeconds: expect.any(Number) } })
    more = { tried: 1 }
    it.answers.set(each, answer)
  }
  expect(await takeAll(it, id, more)).toMatchObject({ left: undefined })
  expect(new Set(it.asked).size).toBe(60)
  expect(it.asked).toHaveLength(60 + 29)
  expect(await it.log()).toMatchObject([{ employeeIds: many, result: 'changed', words: 'Taken over.' }])
})

test('twice at once, one of the two goes on; queued several times, it is worked through once', async () => {
  const it = await thinCompany()
  const many = ['1', '2', '3', '4']
  for (const each of many) it.answers.set(each, { ...ana, email: `e${each}@nordlicht.example` })
  const id = await it.deliver(many.map((each) => about(each)))
  const both = await Promise.all([it.take(id), it.take(id)])
  expect(both.filter(Boolean)).toEqual([{ next: it.message(id) }])
  it.answers.set('4', new DomainError('InvalidInput', 'BambooHR gave an answer that is not understood (200).'))
  await it.take(id)
  expect(await it.log()).toHaveLength(1)
  const at = (instant: string) => workThrough(it.work(), it.asking, { ...it.message(id), at: instant })
  await at('2027-01-11T08:59:59.000Z')
  expect(await it.log()).toHaveLength(1)
  await takeAll(it, id, { at: '2027-01-11T09:00:01.000Z' })
  expect(await it.log()).toHaveLength(2)
})

test('a database that does not answer is asked again in growing pauses, too, and is not called the HR system', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  const id = await it.deliver([about('1')])
  const get = vi.spyOn(it.store, 'get')
  const down = new DomainError('Unavailable', 'The database does not answer.')
  get.mockRejectedValueOnce(down)
  expect(await it.take(id, 2)).toEqual({ waitSeconds: expect.any(Number) })
  get.mockRejectedValueOnce(down)
  await expect(it.take(id, mostTries)).rejects.toMatchObject({ code: 'Unavailable' })
  it.asking.vault.open = () => Promise.reject(down)
  await it.connect({ credentials: { apiKey: { algorithm: 'AES-256-GCM', nonce: 'AAAA', text: 'AAAA' } } })
  await it.take(id, mostTries)
  expect((await it.log())[0]!.words).toContain('in vain: The database does not answer. Wait until that is over.')
})

test('an HR system that does not answer is tried again in growing pauses, and in the end it is said what to do', async () => {
  const it = await thinCompany()
  it.answers.set('1', new DomainError('Unavailable', 'BambooHR does not answer.'))
  const id = await it.deliver([about('1')])
  const waited = async (tries: number) => ((await it.take(id, tries)) as { waitSeconds: number }).waitSeconds
  const tenthMore = (seconds: number) => [seconds, seconds * 1.1] as const
  const between = (value: number, [least, most]: readonly [number, number]) => {
    expect(value).toBeGreaterThanOrEqual(least)
    expect(value).toBeLessThanOrEqual(most)
  }
  between(await waited(1), tenthMore(30))
  between(await waited(2), tenthMore(60))
  expect([7, 8, 9, 16].map(pauseAfter)).toEqual([1920, 3600, 3600, 3600])
  // What it asks for counts where it is longer: who asks for a second is not asked for the last time after some seconds.
  it.answers.set('1', new TryLater('BambooHR was asked too often.', 1))
  between(await waited(3), tenthMore(120))
  it.answers.set('1', new TryLater('BambooHR was asked too often.', 7200))
  between(await waited(3), tenthMore(7200))
  // Those that failed together come back one after another.
  const ids = ['0a', '5b', 'a7', 'ff'].map((start) => waitAfter(undefined, start.repeat(32), 8))
  expect(ids).toEqual([...new Set(ids)].toSorted())
  expect(await it.log()).toEqual([])
  expect(await it.take(id, mostTries)).toBeUndefined()
  expect(await it.log()).toMatchObject([
    {
      result: 'cannot be used',
      attempts: mostTries,
      employeeIds: ['1'],
      words: expect.stringContaining('through again'),
    },
  ])
  // It is kept, and worked through once the system answers.
  it.answers.set('1', ana)
  await it.take(id, 1)
  expect((await it.inbox(id)).body).toBe('')
  expect(await it.employees()).toHaveLength(1)
})

test('one employee who cannot be had does not hold up the others', async () => {
  const it = await thinCompany()
  it.answers.set('1', new DomainError('InvalidInput', 'BambooHR gave an answer that is not understood (200).'))
  it.answers.set('2', ana)
  await it.take(await it.deliver([about('1'), about('2')]))
  expect((await it.employees()).map(({ id }) => id)).toEqual(['2'])
  expect(await it.log()).toMatchObject([{ result: 'cannot be used', words: expect.stringContaining('not understood') }])
})

test('what is not of the vendor, of a connection that is off, or of one that is gone, is said in words', async () => {
  const it = await thinCompany()
  await it.take(await it.deliver('nonsense'))
  await it.connect({ status: 'off' })
  const waiting = await it.deliver([about('1')])
  await it.take(waiting)
  const known = (await it.store.get('connection', { tenantId: it.tenantId, scope: '-' }, 'C1'))!
  await it.write({ kind: 'connection', record: known, expect: known.version, remove: true })
  const gone = await it.deliver([about('1')])
  await it.take(gone)
  expect((await it.log()).map(({ words }) => words).sort()).toEqual([
    expect.stringMatching(/^The connection is off/),
    expect.stringMatching(/^The connection was removed/),
    expect.stringMatching(/^This is not what is expected of BambooHR/),
  ])
  expect((await it.inbox(waiting)).body).not.toBe('')
  expect((await it.inbox(gone)).body).toBe('')
  // Told of is what a connection that is on could not use.
  const [unusable] = (await it.log()).filter(({ words }) => words.startsWith('This is not'))
  const troubled = (await it.events()).filter(({ type }) => type === 'connection.troubled')
  expect(troubled).toMatchObject([{ connectionId: 'C1', deliveryId: unusable!.id, by: 'pilotgate' }])
  expect(it.asked).toEqual([])
})

test('a delivery that carries all there is asks nobody; an address of somebody else is in the log', async () => {
  const it = await thinCompany()
  await it.roster('ben', 'ben@nordlicht.example')
  const report = (fields: Partial<EmployeeFields>, day: number) => ({
    ...{ employeeId: '1', fields, occurredAt: `2027-01-${day}T08:00:00.000Z` },
  })
  await it.take(await it.deliver([about('1', { report: report(ana, 10) })]))
  await it.take(await it.deliver([about('1', { report: report({ email: 'ben@nordlicht.example' }, 11) })]))
  expect(it.asked).toEqual([])
  expect((await it.log()).map(({ words }) => words).join()).toMatch(/belongs to somebody else/)
})

test('a system that is late with its state is asked after a while', async () => {
  const it = await thinCompany({}, { afterSeconds: 20 })
  it.answers.set('1', ana)
  const id = await it.deliver([about('1')])
  expect(await it.take(id, 1)).toEqual({ waitSeconds: 20 })
  expect(it.asked).toEqual([])
  expect(await it.take(id, 2)).toBeUndefined()
  expect(it.asked).toEqual(['1'])
})

test('worked through before, it may be asked for again', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  const id = await it.deliver([about('1')])
  await it.take(id)
  it.answers.set('1', { ...ana, title: 'Lead' })
  await workThrough(it.work(), it.asking, { ...it.message(id), employeeIds: ['1'] })
  expect(await it.kinds()).toEqual(['role_changed'])
})

test('a thin event of a later date is asked for on that date: what was called off does not happen', async () => {
  const it = await thinCompany()
  it.answers.set('1', ana)
  await it.take(await it.deliver([about('1', { effectiveOn: '2027-02-01' })]))
  expect(await it.waits()).toEqual(['2027-01-31T23:00:00.000Z'])
  it.answers.set('1', { ...ana, endsOn: '2027-01-20' })
  await it.take(await it.deliver([about('1')]))
  it.answers.set('1', { ...ana, endsOn: null })
  it.at('2027-01-20T23:00:00.000Z')
  expect(await it.wake('1')).toEqual({ again: false })
  expect(await it.kinds()).toEqual([])
  it.answers.set('1', { ...ana, title: 'Lead' })
  it.at('2027-01-31T23:00:00.000Z')
  await it.wake('1')
  expect(await it.kinds()).toEqual(['role_changed'])
})

test('on its date, what was said holds even when nobody can be asked', async () => {
  const it = await thinCompany()
  it.answers.set('1', { ...ana, endsOn: '2027-01-20' })
  await it.take(await it.deliver([about('1')]))
  it.at('2027-01-20T22:59:00.000Z')
  it.answers.set('1', new DomainError('Unavailable', 'BambooHR does not answer.'))
  expect(await it.wake('1')).toEqual({ again: true })
  expect(await it.kinds()).toEqual([])
  it.at('2027-01-20T23:00:00.000Z')
  expect(await it.wake('1')).toEqual({ again: true })
  expect(await it.kinds()).toEqual(['terminated'])
  await it.connect({ status: 'off' })
  expect(await it.wake('1')).toEqual({ again: false })
  expect(await it.wake('404')).toEqual({ again: false })
  expect(await it.employees()).toHaveLength(1)
})

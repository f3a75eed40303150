import { stageOn } from '@pilotgate/core/program/hr/employees/employment'
import { addStatements, fieldsOn, type Said, type Statements } from '@pilotgate/core/program/hr/employees/statements'
import type { EmployeeReport } from '@pilotgate/core/program/hr/vendors/report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Company, company } from './company.ts'

const days = ['2027-01-04', '2027-01-08', '2027-01-11', '2027-01-12', '2027-02-01']
const today = '2027-01-11'
const moments = days.map((day) => `${day}T08:00:00.000Z`)
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

/** Few values, days and moments, so that statements meet. */
const fields = fc.record(
  {
    email: fc.constantFrom('ana@nordlicht.example'),
    title: maybe('Engineer', 'Lead', null),
    department: maybe('Platform', null),
    managerId: maybe('2', '3', null),
    status: maybe('active' as const, 'left' as const, 'pending' as const),
    hiredOn: maybe('2020-01-01', '2027-01-08', '2027-02-01'),
    endsOn: maybe('2027-01-08', '2027-01-31', null),
  },
  { requiredKeys: ['email'] },
)
const said: fc.Arbitrary<Said> = fc.record({
  fields,
  saidAt: fc.constantFrom(...moments),
  effectiveOn: fc.constantFrom(...days),
})
/** The same things said, each one to five times, in another order. */
const shuffled = <T>(all: T[]) =>
  fc
    .tuple(...all.map((each) => fc.integer({ min: 1, max: 5 }).map((times) => Array<T>(times).fill(each))))
    .chain((repeated) => fc.shuffledSubarray(repeated.flat(), { minLength: repeated.flat().length }))

test('in any order, however often, and over however many days: the same statements are left', () => {
  const twoWays = fc
    .array(said, { minLength: 1, maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), shuffled(all)))
  fc.assert(
    fc.property(
      twoWays,
      fc.array(fc.constantFrom('2027-01-04', '2027-01-08', today), { maxLength: 40 }),
      ([once, often], on) => {
        const atOnce = addStatements({}, once, today)
        // One by one on days that only go forward, the last one today.
        const dates = often.map((_, index) => on[index] ?? today).sort()
        const oneByOne = often.reduce<Statements>(
          (known, each, index) => addStatements(known, [each], dates[index]!),
          {},
        )
        expect(addStatements(oneByOne, [], today)).toEqual(atOnce)
      },
    ),
    { numRuns: 500 },
  )
})

test('what holds on a day is what the rule says: the latest day that has come, then said last, then the greater text', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (all) => {
      const titles = all
        .filter(({ fields, effectiveOn }) => fields.title !== undefined && effectiveOn <= today)
        .sort((a, b) => {
          const key = ({ effectiveOn, saidAt, fields }: Said) => `${effectiveOn} ${saidAt} ${fields.title ?? ''}`
          return key(a) < key(b) ? -1 : 1
        })
      expect(fieldsOn(addStatements({}, all, today), today).title).toBe(titles.at(-1)?.fields.title)
    }),
    { numRuns: 500 },
  )
})

test('later days find what lies ahead, as if it were said then', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), fc.constantFrom(...days.slice(2)), (all, later) => {
      const early = addStatements(addStatements({}, all, today), [], later)
      const late = addStatements({}, all, later)
      expect(early).toEqual(late)
      expect(stageOn(early, later)).toBe(stageOn(late, later))
    }),
    { numRuns: 500 },
  )
})

/** All that is left of an organisation, by addresses and ids of the HR system: ids made here differ. */
const left = async (it: Company) => {
  const people = await it.people()
  const emailOf = (id: string | undefined) => people.find((person) => person.id === id)?.email
  return {
    employees: (await it.employees()).map(({ version: _, personId, ...rest }) => ({
      ...rest,
      person: emailOf(personId),
    })),
    people: people
      .map(({ email, name, zone, managerId }) => ({ email, name, zone, manager: emailOf(managerId) }))
      .sort((a, b) => (a.email < b.email ? -1 : 1)),
    claims: (await it.claims()).map(({ id, personId }) => [id, emailOf(personId)]),
    lines: (await it.lines()).sort(),
  }
}

test('a whole company: reports of employees and their managers in any order, 1 to 5 times each, one by one or together', async () => {
  const report = fc.record({
    employeeId: fc.constantFrom('1', '2', '3'),
    fields: fields.map(({ email: _, ...rest }) => rest),
    occurredAt: fc.constantFrom(...moments.slice(0, 3)),
    effectiveOn: maybe(...days),
  })
  const twoWays = fc
    .array(report, { minLength: 1, maxLength: 6 })
    .map((all): EmployeeReport[] =>
      all.map(({ fields, effectiveOn, ...rest }) => ({
        ...rest,
        // Who an employee is does not change here: whom a first address finds depends on the order by its nature.
        fields: { ...fields, email: `e${rest.employeeId}@nordlicht.example` },
        ...(effectiveOn && { effectiveOn }),
      })),
    )
    .chain((all) => fc.tuple(fc.constant(all), shuffled(all), fc.boolean()))
  await fc.assert(
    fc.asyncProperty(twoWays, async ([once, often, together]) => {
      const inOrder = company()
      const shuffledOne = company()
      for (const each of once) await inOrder.sayAll([each])
      if (together) await shuffledOne.sayAll(often)
      else for (const each of often) await shuffledOne.sayAll([each])
      expect(await left(shuffledOne)).toEqual(await left(inOrder))
    }),
    { numRuns: 150 },
  )
})

test('one person as two employees: gone when no one of them works here, and told so by turns, in any order and at once', async () => {
  const report = fc.record({
    employeeId: fc.constantFrom('1', '2'),
    fields: fields.map(({ email, status, hiredOn, endsOn }) => ({ email, status, hiredOn, endsOn })),
    occurredAt: fc.constantFrom(...moments.slice(0, 3)),
    effectiveOn: maybe(...days),
  })
  const twoWays = fc
    .array(report, { minLength: 2, maxLength: 8 })
    .map((all) =>
      all.map(({ effectiveOn, ...rest }): EmployeeReport => ({ ...rest, ...(effectiveOn && { effectiveOn }) })),
    )
    .chain((all) => fc.tuple(fc.constant(all), shuffled(all)))
  const lifecycle = ['hired', 'rehired', 'terminated']
  const stages = async (it: Company) =>
    (await it.employees()).filter(({ personId }) => personId).map(({ fields }) => stageOn(fields, it.today()))
  /** Lets some be said, and holds what is told then against where the two stand. */
  const say = async (it: Company, reports: EmployeeReport[]) => {
    const before = await it.kinds()
    await it.sayAll(reports)
    const now = await stages(it)
    const told = (await it.kinds()).slice(before.length).filter((kind) => lifecycle.includes(kind))
    if (now.includes('employed')) {
      expect(told.at(-1)).not.toBe('terminated')
      expect(await it.counts('ana@nordlicht.example')).toBe('hired')
    } else if (now.includes('left') && !now.includes('ahead'))
      expect(await it.counts('ana@nordlicht.example')).toBe('left')
  }
  const expectTurns = async (it: Company) => {
    const told = (await it.kinds()).filter((kind) => lifecycle.includes(kind)).map((kind) => kind === 'terminated')
    expect(told.every((isEnd, index) => isEnd !== told[index - 1])).toBe(true)
  }
  await fc.assert(
    fc.asyncProperty(twoWays, fc.boolean(), async ([once, often], isOfRoster) => {
      const [oneByOne, together] = [company(), company()]
      for (const it of [oneByOne, together]) if (isOfRoster) await it.roster('ana', 'ana@nordlicht.example')
      for (const each of once) await say(oneByOne, [each])
      await say(together, often)
      for (const day of ['2027-01-12', '2027-02-01']) {
        for (const it of [oneByOne, together]) {
          it.at(`${day}T09:00:00.000Z`)
          await say(
            it,
            ['2', '1'].map((employeeId) => ({ employeeId, fields: {}, occurredAt: it.work().now })),
          )
        }
      }
      for (const it of [oneByOne, together]) await expectTurns(it)
      expect(await stages(together)).toEqual(await stages(oneByOne))
    }),
    { numRuns: 100 },
  )
})

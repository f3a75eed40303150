import type { Event } from '@pilotgate/core/events'
import { followHires, isOffered } from '@pilotgate/core/intake/follow-hires'
import { importRoster } from '@pilotgate/core/intake/import-roster'
import type { HireOffer } from '@pilotgate/core/program/hr/connections/connection-record'
import { allOf } from '@pilotgate/core/program/load'
import type { RecordOf } from '@pilotgate/core/records'
import { beforeEach, describe, expect, it } from 'vitest'
import { program } from '../contract/samples.ts'
import { peopleChanges } from '../engagement/people-changes.ts'
import { start, world } from '../matching/review/world.ts'

const offer = (more: Partial<HireOffer> = {}): HireOffer => ({ programId: 'p', roles: ['participant'], ...more })

describe('whom an offer is meant for', () => {
  it.each([
    ['everybody', {}, { department: 'Sales', title: 'Lead' }, true],
    ['everybody, whatever is known of them', {}, { department: undefined, title: undefined }, true],
    ['a department', { departments: ['Sales'] }, { department: 'Sales', title: undefined }, true],
    ['a department in other letters', { departments: ['sales '] }, { department: 'SALES', title: undefined }, true],
    ['not another department', { departments: ['Sales'] }, { department: 'Legal', title: undefined }, false],
    ['not an unknown department', { departments: ['Sales'] }, { department: undefined, title: 'Lead' }, false],
    ['one of the titles', { titles: ['Head', 'Lead'] }, { department: undefined, title: 'Lead' }, true],
    [
      'both, not one of them',
      { departments: ['Sales'], titles: ['Lead'] },
      { department: 'Sales', title: 'Rep' },
      false,
    ],
  ])('%s', (_, filter, hired, expected) => expect(isOffered(offer(filter), hired)).toBe(expected))
})

let here: Awaited<ReturnType<typeof world>>
let people: ReturnType<typeof peopleChanges>
const own = () => ({ tenantId: here.scope.tenantId, scope: '-' })

/** A connection that makes these offers, and Nora, who is new in Sales. */
const offering = async (...offers: HireOffer[]) => {
  await here.write({
    kind: 'connection',
    record: {
      ...{
        ...own(),
        id: 'hr',
        version: 0,
        vendor: 'standard',
        name: 'HR',
        status: 'on',
        settings: {},
        credentials: {},
      },
      ...{ secrets: [], doorSecret: 'x', zone: 'UTC', offers, createdAt: start, createdBy: 'olga' },
    },
    expect: 0,
  })
  const said = (value: string, effectiveOn = '2027-01-01') => ({ value, effectiveOn, saidAt: start })
  const employee: RecordOf<'employee'> = {
    ...{ tenantId: here.scope.tenantId, scope: 'connection hr', id: 'nora', version: 0, connectionId: 'hr' },
    ...{
      personId: 'nora',
      settledOn: '2027-01-25',
      fields: { department: [said('Sales'), said('Legal', '2027-06-01')], title: [said('Lead')] },
    },
  }
  await here.write({ kind: 'employee', record: employee, expect: 0 })
  await people.change('nora', 'hired', start)
}
const hire = async (...offers: HireOffer[]) => {
  await offering(...offers)
  await people.settle(5)
}
const member = () => here.store.get('member', here.scope, 'nora')
const told = async (type: Event['type']) => (await here.events()).filter((event) => event.type === type)

beforeEach(async () => {
  here = await world()
  people = peopleChanges(here)
})

it('puts who was hired on the roster with the roles, and invites them to the intake once', async () => {
  await hire(
    offer({ programId: here.programId, departments: ['Sales'] }),
    offer({ programId: here.programId, roles: ['manager'] }),
  )
  expect(await member()).toMatchObject({
    roles: ['participant', 'manager'],
    status: 'active',
    joinedAt: start,
    version: 1,
  })
  expect(await here.store.get('intake', here.scope, 'nora')).toMatchObject({ status: 'invited', version: 1 })
  expect(await told('hire.offered')).toMatchObject([{ personId: 'nora' }])
  expect(await told('intake.invited')).toMatchObject([{ personIds: ['nora'] }])
  expect(await people.effects()).toEqual(['invited to the intake', 'place offered'])
})

it.each([
  ['that is a draft', 'draft', ['participant'] as const],
  ['that is paused', 'paused', ['participant'] as const],
  ['for another role', 'running', ['manager'] as const],
])('invites nobody to the intake of a program %s', async (_, status, roles) => {
  const known = (await here.store.get('program', own(), here.programId))!
  const record = { ...program(here.scope, status as 'draft'), version: known.version }
  await here.write({ kind: 'program', record, expect: known.version })
  await hire(offer({ programId: here.programId, roles: [...roles] }))
  expect(await member()).toMatchObject({ roles })
  expect(await told('intake.invited')).toEqual([])
})

it.each(['stopped', 'completed'] as const)('offers no place in a %s program', async (status) => {
  const known = (await here.store.get('program', own(), here.programId))!
  await here.write({ kind: 'program', record: { ...known, status }, expect: known.version })
  await hire(offer({ programId: here.programId }))
  expect(await member()).toBeUndefined()
})

it('offers no place to others, in no unknown program, and without offers', async () => {
  await hire(offer({ programId: here.programId, departments: ['Legal'] }), offer({ programId: 'another' }))
  expect(await member()).toBeUndefined()
  expect(await allOf(here.store, 'changeEffect', here.scope)).toEqual([])
})

it('leaves alone who has a part in the program already', async () => {
  await here.person('nora', ['coach'])
  await hire(offer({ programId: here.programId }))
  expect(await member()).toMatchObject({ roles: ['coach'], version: 1 })
  expect(await people.effects()).toEqual([])
})

it('offers no place to who has left again by the time the hire is followed', async () => {
  await offering(offer({ programId: here.programId }))
  await people.fail()
  await people.change('nora', 'terminated', start)
  await people.settle()
  await people.redrive('person.changed')
  expect(await member()).toBeUndefined()
})

it('follows only hires', async () => {
  await hire()
  const event = {
    type: 'person.changed',
    tenantId: here.scope.tenantId,
    programId: '-',
    at: start,
    by: 'pilotgate',
  } as const
  await followHires(here.store, {
    ...event,
    eventId: '1',
    personId: 'nora',
    changeId: 'x',
    kinds: ['rehired'],
    on: '2027-01-25',
  })
  expect(await member()).toBeUndefined()
})

it('lets no roster bring back who has left the organisation', async () => {
  await here.person('olga', ['program owner'])
  await here.person('paul', ['participant'])
  const claim = { ...own(), id: 'paul@nw.test', version: 0, personId: 'paul' }
  await here.write({ kind: 'emailClaim', record: claim, expect: 0 })
  await people.change('paul', 'terminated', start)
  await people.settle()
  const csv = 'email,name,roles,zone\npaul@nw.test,paul,participant,UTC\n'
  const { problems } = await importRoster(here.at(), here.owner, here.programId, csv)
  expect(problems).toMatchObject([
    { row: 2, field: 'email', problem: expect.stringContaining('left the organisation') },
  ])
  expect(await here.store.get('member', here.scope, 'paul')).toMatchObject({ status: 'left' })
})

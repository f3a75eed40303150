import type { Action } from '@pilotgate/core/program/authority'
import { expect, test } from 'vitest'
import { draftPilot, people, provideW01, runPilot, saveShortPilot } from './pilot.ts'
import { everything, naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const pilot = await runPilot(platform, '2027-01-04')
const other = await draftPilot(platform, '2027-01-04', { name: 'Another pilot' })
await provideW01(pilot)
const { owner, path } = pilot
const members = (await owner('listPeople', { path, query: { limit: 1000 } })).items
const idOf = (email: string) => members.find((member) => member.email === email)!.personId

test('everyone who is signed in learns who they are and what they may do beyond programs', async () => {
  expect(await owner('whoAmI')).toEqual({
    email: people.owner,
    name: expect.any(String),
    organisation: 'nordlicht',
    roles: ['program owner'],
    may: ['create programs', 'manage templates', 'manage connections', 'manage webhooks'],
  })
  const stranger = await platform.as(people.stranger)
  expect(await stranger('whoAmI')).toMatchObject({ email: people.stranger, roles: [], may: [] })
  // A role in a program is none of the organisation.
  const lead = await platform.as(people.lead)
  expect(await lead('whoAmI')).toMatchObject({ roles: [], may: [] })
})

test('everyone with a part in a program learns who they are in it, and may what it says', async () => {
  for (const email of [people.owner, people.lead, people.sponsor, people.legal, people.coach, people.participant]) {
    const client = await platform.as(email)
    const part = await client('readMyPart', { path })
    const known = members.find((member) => member.email === email)!
    expect(part).toMatchObject({ personId: known.personId, name: known.name, roles: known.roles })
    const doors: [Action, () => Promise<unknown>][] = [
      ['read people', () => client('listPeople', { path })],
      ['read audit', () => client('listEvents', { path })],
      ['read mail log', () => client('listMails', { path })],
      ['read matches', () => client('listMatches', { path })],
    ]
    for (const [action, call] of doors) {
      const refused = await call()
        .then(() => undefined)
        .catch(({ problem }) => problem.code)
      expect(refused, `${email}: ${action}`).toBe(part.may.includes(action) ? undefined : 'NotAllowed')
    }
    expect(part.may).not.toContain('create programs')
  }
})

test('people are found by id: those of the program, and nobody else', async () => {
  const ids = [idOf(people.coach), idOf(people.legal)].toSorted()
  const { items, cursor } = await owner('listPeople', { path, query: { ids: [...ids, ids[0], 'nobody'].join(',') } })
  expect(items.map(({ personId }) => personId)).toEqual(ids)
  expect(items.every(({ name }) => name.length > 0 && name !== '(removed)')).toBe(true)
  expect(cursor).toBeUndefined()
  const body = { csv: 'email,name,roles,zone\nximena.vogel@nordlicht.example,Ximena,mentor,UTC\n' }
  await owner('importRoster', { path: other.path, body })
  const elsewhere = await owner('listPeople', { path: other.path, query: { limit: 1000 } })
  const ximena = elsewhere.items.find(({ email }) => email === people.stranger)!.personId
  expect(await owner('listPeople', { path, query: { ids: ximena } })).toEqual({ items: [] })
  const many = Array.from({ length: 101 }, (_, index) => `p${index}`).join(',')
  expect(await refusal(owner('listPeople', { path, query: { ids: many } }))).toEqual(naming('ids', 'at most 100'))
  expect(await refusal(owner('listPeople', { path, query: { ids: 'x'.repeat(65) } }))).toEqual(
    naming('ids', 'person ids'),
  )
})

test('the audit tells newest first what happened in a program, and who did it', async () => {
  await owner('pauseProgram', { path, body: { reason: 'The office is closed' } })
  const legal = await platform.as(people.legal)
  const events = await everything((query) => legal('listEvents', { path, query }), 3)
  expect(events[0]).toEqual({
    eventId: expect.any(String),
    type: 'program.paused',
    at: expect.stringMatching(/^2027-01-03T18:/),
    by: idOf(people.owner),
    details: { reason: 'The office is closed' },
  })
  const ids = events.map(({ eventId }) => eventId)
  expect(ids).toEqual(ids.toSorted().toReversed())
  expect(events.at(-1)!.type).toBe('program.started')
  const stated = events.filter(({ type }) => type === 'fact.attested')
  expect(stated.map(({ details }) => details)).toEqual([
    { gate: 'W01', fact: 'baseline-captured' },
    { gate: 'W01', fact: 'kpi-owners-named' },
  ])
  expect((await owner('listEvents', { path, query: { limit: 1000 } })).items).toEqual(events)
  expect(JSON.stringify(await owner('listEvents', { path: other.path }))).not.toContain('program.paused')
})

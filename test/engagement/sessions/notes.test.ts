import { readNotes } from '@pilotgate/core/engagement/sessions/read-notes'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { writeNotes } from '@pilotgate/core/engagement/sessions/write-notes'
import type { Actor } from '@pilotgate/core/program/actor'
import { beforeEach, expect, it } from 'vitest'
import { day, type Pairs, pairs } from '../pair.ts'

let here: Pairs
let id: string
beforeEach(async () => {
  here = await pairs()
  id = (await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(1) })).id
})
const notes = { goal: 'Sturmvogel', reality: '', options: '', will: 'Rest', notes: '' }
const read = (actor: Actor, at = day(2)) => readNotes({ ...here.at(at), vault: here.vault }, actor, here.programId, id)
const write = (actor: Actor, expected: number, more = {}) =>
  writeNotes({ ...here.at(day(1)), vault: here.vault }, actor, here.programId, id, expected, { ...notes, ...more })
const stored = () => here.store.get('sessionNote', here.scope, id)

it('are written and read by the pair; each reading is told, and neither rows nor events hold a word of them', async () => {
  expect(await read(here.lena)).toEqual({
    goal: '',
    reality: '',
    options: '',
    will: '',
    notes: '',
    sessionId: id,
    version: 0,
  })
  await write(here.cora, 0)
  expect(await read(here.lena)).toEqual({ ...notes, sessionId: id, version: 1, by: 'cora', at: day(1) })
  expect(await read(here.cora, day(3))).toMatchObject(notes)
  const events = await here.told()
  expect(events.filter(({ type }) => type === 'notes.read')).toMatchObject([
    { sessionId: id, by: 'lena', at: day(2) },
    { sessionId: id, by: 'cora', at: day(3) },
  ])
  expect(JSON.stringify([await stored(), events])).not.toContain('Sturmvogel')
})

it('answer everybody else like a session that there is not, whatever their role', async () => {
  await write(here.cora, 0)
  const strangers = [here.tim, here.max, here.mia, here.olga, here.hana, here.as('lead', 'coach lead', 'supervisor')]
  for (const actor of [...strangers, { ...here.lena, tenantId: 'elsewhere' }]) {
    await expect(read(actor)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(write(actor, 1)).rejects.toMatchObject({ code: 'NotFound' })
  }
  expect((await here.told()).filter(({ type }) => type === 'notes.read')).toEqual([])
})

it('are not lost when both write: the later one reads again first', async () => {
  await write(here.cora, 0)
  await expect(write(here.lena, 0, { goal: 'Mine' })).rejects.toMatchObject({ code: 'StaleVersion' })
  await write(here.lena, 1, { goal: 'Both' })
  expect(await read(here.cora)).toMatchObject({ goal: 'Both', version: 2, by: 'lena' })
})

it('open only in their own place, and not once the key of the participant is destroyed', async () => {
  await write(here.cora, 0)
  const second = await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(3) })
  await here.write({ kind: 'sessionNote', record: { ...(await stored())!, id: second.id, version: 0 }, expect: 0 })
  await expect(
    readNotes({ ...here.at(), vault: here.vault }, here.cora, here.programId, second.id),
  ).rejects.toMatchObject({ code: 'NotFound' })
  await here.vault.erase({ tenantId: here.scope.tenantId, personId: 'lena' })
  await expect(read(here.cora)).rejects.toMatchObject({ code: 'NotFound' })
})

it('can be read after the end, not written any more', async () => {
  await write(here.cora, 0)
  await here.change(here.coaching, { status: 'ended', endedAt: day(1) })
  expect(await read(here.lena)).toMatchObject(notes)
  await expect(write(here.cora, 1)).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

import { editRubric } from '@pilotgate/core/selection/edit-rubric'
import { readCandidacy } from '@pilotgate/core/selection/read-candidacy'
import { liveDemo } from '@pilotgate/core/selection/rubrics/live-demo'
import { beforeEach, describe, expect, it } from 'vitest'
import * as form from './forms.ts'
import { day, type World, world } from './world.ts'

let here: World
let id: string
const members = ['sven', 'henry', 'petra']
beforeEach(async () => {
  here = await world()
  ;({ id } = await here.open('cora', 'external-coach'))
  await here.ask(id, 'live-demo')
})
const name = (...people: string[]) => here.answer('carla', 'panel', form.panel(...people))
const score = (who: string, mark: number, now?: string, by?: string) =>
  here.answer(who, 'scores', form.scores(liveDemo, mark), now, by)

describe('naming a panel', () => {
  it.each([
    ['of one', ['sven'], 'answer.members', 'at least 3 members'],
    ['with somebody twice', ['sven', 'sven', 'henry', 'petra'], 'answer.members.1', 'named twice'],
    ['with the candidate', ['cora', 'sven', 'henry', 'petra'], 'answer.members.0', 'Is the candidate'],
    ['with the manager', ['sven', 'henry', 'petra', 'manny'], 'answer.members.3', "candidate's manager"],
    ['with somebody unknown', ['sven', 'henry', 'petra', 'nobody'], 'answer.members.3', 'no part in this program'],
    ['with a participant', ['sven', 'henry', 'petra', 'paul'], 'answer.members.3', 'May not judge'],
  ])('%s is refused', async (_, people, field, words) => {
    await expect(name(...people)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field, problem: expect.stringContaining(words) }],
    })
    expect(await here.asked()).toEqual(['panel carla'])
  })

  it('takes another coach only once they have passed', async () => {
    await here.person('rolf', ['coach'])
    await expect(name('sven', 'henry', 'rolf')).rejects.toMatchObject({ problems: [{ field: 'answer.members.2' }] })
    await here.writeCredential('rolf', { service: 'coach' })
    await name('sven', 'henry', 'rolf')
    expect(await here.asked()).toEqual(['scores henry', 'scores rolf', 'scores sven'])
  })

  it('by the program owner does the part of the lead; somebody else cannot', async () => {
    const panel = form.panel(...members)
    await expect(here.answer('carla', 'panel', panel, undefined, 'sven')).rejects.toMatchObject({ code: 'NotFound' })
    await here.answer('carla', 'panel', panel, undefined, 'olga')
    expect(await here.asked()).toHaveLength(3)
  })

  it('waits with reminders until some days after it has met', async () => {
    await here.answer('carla', 'panel', { ...form.panel(...members), meetsOn: '2027-02-10' })
    expect((await here.round(id, 'live-demo')).dueAt).toBe('2027-02-13T17:00:00.000Z')
    await expect(
      here.answer('carla', 'panel', { ...form.panel(...members), meetsOn: '2027-01-10' }),
    ).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })
})

describe('scoring', () => {
  beforeEach(() => name(...members))

  it('decides by medians once all have scored', async () => {
    await score('sven', 3)
    await score('henry', 4)
    expect(await here.round(id, 'live-demo')).toMatchObject({ status: 'open' })
    await score('petra', 5)
    expect(await here.round(id, 'live-demo')).toMatchObject({ status: 'passed' })
  })

  it('by all at once is counted once each, and decides once', async () => {
    await Promise.all([...members, ...members].map((member) => score(member, 4)))
    expect(await here.round(id, 'live-demo')).toMatchObject({ status: 'passed' })
    const types = await here.told()
    expect(types.filter((type) => type === 'selection.decided')).toHaveLength(1)
    expect(types.filter((type) => type === 'selection.answered')).toHaveLength(1 + members.length)
  })

  it('once given, stays; the same again changes nothing', async () => {
    const { version } = await score('sven', 3)
    expect(await score('sven', 3, day(1))).toMatchObject({ version })
    await expect(score('sven', 4)).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it.each([
    ['another dimension', { 'challenge-skill': 4 }, 'answer.marks.behavioural-tools'],
    ['what is not in the rubric', { ...form.scores(liveDemo, 4).marks, charm: 5 }, 'answer.marks.charm'],
  ])('with %s is refused', async (_, marks, field) => {
    const given = { ...form.scores(liveDemo, 4), marks }
    const refused = here.answer('sven', 'scores', given)
    await expect(refused).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ field })]),
    })
  })

  it('is for members only: not for others, nor the program owner in their place', async () => {
    await expect(score('sven', 5, undefined, 'cora')).rejects.toMatchObject({ code: 'NotFound' })
    await expect(score('sven', 5, undefined, 'olga')).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  it('after the panel is closed is refused', async () => {
    await here.waitInVain(id, 'live-demo', day(14))
    await expect(score('sven', 5, day(24))).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('by who has a conflict of interest by then is refused', async () => {
    const sven = (await here.store.get('person', { tenantId: here.scope.tenantId, scope: '-' }, 'sven'))!
    await here.write({ kind: 'person', record: { ...sven, managerId: 'cora' }, expect: sven.version })
    await expect(score('sven', 5)).rejects.toMatchObject({
      code: 'NotAllowed',
      message: expect.stringContaining('Reports to the candidate'),
    })
  })

  it('keeps to the rubric the panel was named with', async () => {
    const stricter = { ...liveDemo, passes: { median: 5, lowest: 4 } }
    await editRubric(here.at(), await here.as('carla'), here.programId, 'live-demo', 1, stricter)
    for (const member of members) await score(member, 4)
    expect(await here.round(id, 'live-demo')).toMatchObject({ status: 'passed', panel: { rubricVersion: 1 } })
  })

  it('by too few in the end is a hold; by enough it is decided', async () => {
    await score('sven', 4)
    await score('henry', 4)
    expect(await here.waitInVain(id, 'live-demo', day(14))).toMatchObject({ outcome: 'hold', now: day(23) })
    expect(await here.round(id, 'live-demo')).toMatchObject({
      missing: ['Nobody answered: Score the live demo.'],
      until: day(37),
    })
    await here.ask(id, 'live-demo', day(37))
    await here.answer('carla', 'panel', form.panel(...members, 'olga'), day(37))
    for (const member of members) await score(member, 4, day(38))
    expect(await here.round(id, 'live-demo')).toMatchObject({ status: 'open' })
    expect(await here.waitInVain(id, 'live-demo', day(51))).toMatchObject({ outcome: 'pass' })
    expect(await here.tasks()).toEqual([])
  })
})

describe('blind scoring', () => {
  const marksSeenBy = async (who: string) => {
    const seen = await readCandidacy(here.store, await here.as(who), here.programId, id)
    const scored = seen.answers.filter(({ form: kind }) => kind === 'scores').map(({ by }) => by)
    return { scored: scored.toSorted(), result: seen.rounds[0]!.result?.overall, text: JSON.stringify(seen) }
  }
  beforeEach(() => name(...members))

  it('shows nobody’s score but one’s own before the panel is closed', async () => {
    await score('sven', 3)
    await score('henry', 4)
    expect(await marksSeenBy('sven')).toMatchObject({ scored: ['sven'], result: undefined })
    for (const who of ['carla', 'olga', 'petra']) {
      expect(await marksSeenBy(who)).toMatchObject({ scored: [], result: undefined })
    }
    const texts = JSON.stringify([await here.events(), await here.tasks(false)])
    expect(texts).not.toContain('challenge-skill')
    await score('petra', 5)
    expect(await marksSeenBy('carla')).toMatchObject({ scored: ['henry', 'petra', 'sven'], result: 4 })
  })

  it('never shows the candidate a score or who gave it', async () => {
    for (const member of members) await score(member, 3)
    const seen = await marksSeenBy('cora')
    expect(seen).toMatchObject({ scored: [], result: undefined })
    for (const member of members) expect(seen.text).not.toContain(member)
    expect(seen.text).toContain('needed to pass')
  })

  it('is nothing for others', async () => {
    for (const who of ['henry', 'max', 'paul', 'manny', 'mona']) await expect(marksSeenBy(who)).rejects.toThrow()
    expect((await marksSeenBy('sven')).scored).toEqual([])
  })
})

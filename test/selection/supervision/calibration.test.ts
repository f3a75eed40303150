import { recordCalibration } from '@pilotgate/core/selection/supervision/calibration'
import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { beforeEach, expect, it } from 'vitest'
import { day, start, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
const check = (now: string) => checkSupervision(here.at(now), here.scope.tenantId, here.programId)
const input = { heldOn: '2027-01-20', present: ['mia', 'sven'], note: 'Two cases.' }
const record = (more = {}, now = day(40), actor = here.mentorLead) =>
  recordCalibration(here.at(now), actor, here.programId, { ...input, ...more })

/** A panel on a mentor: its members' marks on one dimension. */
const panel = async (candidacyId: string, service: 'coach' | 'mentor', status: 'open' | 'passed', marks: number[]) => {
  const step = service === 'mentor' ? 'calibration' : 'interview'
  const round = {
    step,
    round: 1,
    status,
    openedAt: start,
    dueAt: day(10),
    asked: [],
    reminders: 0,
    ...(status === 'passed' && { decidedAt: day(6) }),
  }
  await here.write(
    {
      kind: 'candidacy',
      record: {
        ...here.scope,
        id: candidacyId,
        version: 0,
        personId: candidacyId.split('.')[0]!,
        path: service === 'mentor' ? 'internal-mentor' : 'internal-coach',
        service,
        status: 'open',
        rounds: [round],
        openedAt: start,
      },
      expect: 0,
    },
    ...marks.map((mark, index) => ({
      kind: 'selectionAnswer' as const,
      record: {
        ...here.scope,
        id: `${candidacyId}.calibration.1.scores.judge-${index}`,
        version: 0,
        candidacyId,
        step,
        round: 1,
        requirement: 'scores',
        by: `judge-${index}`,
        at: day(5),
        form: 'scores' as const,
        answer: { kind: 'scores' as const, marks: { listening: mark }, rules: {} },
      },
      expect: 0,
    })),
  )
}

it('is asked for once in a quarter, when the program has valid mentors (Q6)', async () => {
  await here.provider('ida')
  await check(day(0))
  await here.provider('max', { service: 'mentor', status: 'suspended' })
  await check(day(1))
  expect(await here.told('calibration.due')).toEqual([])
  await here.provider('moe', { service: 'mentor' })
  for (const count of [2, 3, 90, 91]) await check(day(count))
  expect(await here.told('calibration.due')).toMatchObject([
    { quarter: '2027-Q1', at: day(2) },
    { quarter: '2027-Q2', at: day(90) },
  ])
})

it('is recorded once, asked for or not, in the quarter in which it was held', async () => {
  const held = await record()
  expect(held).toMatchObject({ id: '2027-Q1', held: { ...input, by: 'mia', at: day(40) }, version: 1 })
  expect(await record()).toEqual(held)
  await expect(record({ note: 'Three cases.' })).rejects.toMatchObject({ code: 'AlreadyDecided' })
  await here.provider('max', { service: 'mentor' })
  await check(day(41))
  expect(await here.told('calibration.due')).toEqual([])
  expect(held.held!.interRater).toEqual([])
})

it('keeps how alike complete panels on mentors marked in the quarter', async () => {
  await panel('ana.01', 'mentor', 'passed', [3, 4, 4])
  await panel('ben.01', 'mentor', 'open', [1, 5])
  await panel('cleo.01', 'coach', 'passed', [1, 5])
  await panel('cora.01', 'coach', 'passed', [1, 5])
  await panel('dan.01', 'mentor', 'passed', [4])
  await panel('eva.01', 'mentor', 'passed', [2, 2, 2])
  const { held } = await record()
  expect(held!.interRater).toMatchObject([
    { rubric: 'mentor-calibration', panels: 2, exact: 4 / 6, withinOne: 1, meanSpread: 0.5 },
  ])
  const next = await record({ heldOn: '2027-04-20' }, day(110))
  expect(next.id).toBe('2027-Q2')
  expect(next.held!.interRater).toEqual([])
})

it('is refused in the future, with strangers, and by those who lead coaches', async () => {
  await expect(record({ heldOn: '2027-02-20' })).rejects.toMatchObject({ problems: [{ field: 'heldOn' }] })
  await expect(record({ present: ['mia', 'nobody'] })).rejects.toMatchObject({ problems: [{ field: 'present.1' }] })
  await expect(record({}, day(40), here.lead)).rejects.toMatchObject({ code: 'NotAllowed' })
})

import { editKpiSettings, readKpiSettings } from '@pilotgate/core/measurement/kpis/edit-kpi-settings'
import { type KpiRow, listKpiRows } from '@pilotgate/core/measurement/kpis/list-kpi-rows'
import { readKpis, readSeries } from '@pilotgate/core/measurement/kpis/read-kpis'
import { demandSingleRows } from '@pilotgate/core/measurement/kpis/see-single-rows'
import { describe, expect, it } from 'vitest'
import { reading, response, session } from './events.ts'
import { kpiWorld } from './world.ts'

const program = { level: 'program' } as const
const people = ['ann', 'bea', 'cem', 'dan', 'eva', 'fay']
const sessionOf = (person: string, service: 'coach' | 'mentor' = 'coach', rating = 4) => {
  const engagementId = `${person}.R001.${service}`
  return session({ engagementId, sessionId: `${engagementId}.S001`, participantId: person, service, rating })
}
const pulseOf = (person: string) => response('pulse', [4, 5, 4], { person, subject: person })

const valuesOf = async (world: Awaited<ReturnType<typeof kpiWorld>>, level: Parameters<typeof readKpis>[2]) => {
  const { statuses } = await readKpis(world.work(), world.ref, level)
  return Object.fromEntries(statuses.map(({ definition, value }) => [definition.id, value.kind]))
}

describe('how KPIs stand', () => {
  it('is read for the program, a cohort and an engagement', async () => {
    const world = await kpiWorld()
    await world.count(sessionOf('ann'), sessionOf('bea'), { ...sessionOf('cem', 'mentor'), status: 'no-show' })
    const at = async (level: Parameters<typeof readSeries>[2]) => {
      const { status, series } = await readSeries(world.work(), world.ref, level, 'K1')
      return [status.numerator, status.denominator, series[0]?.week]
    }
    expect(await at(program)).toEqual([2, 3, '2027-W01'])
    expect(await at({ level: 'cohort', cohort: 'coach' })).toEqual([2, 2, '2027-W01'])
    expect(await at({ level: 'cohort', cohort: 'mentor' })).toEqual([0, 1, '2027-W01'])
    await expect(at({ level: 'engagement', engagementId: 'ann.R001.coach' })).rejects.toMatchObject({
      code: 'NotFound',
    })
  })

  it('compares cohorts with the baseline of the program', async () => {
    const world = await kpiWorld()
    await world.count(reading('K8', 'baseline', 400, 10), sessionOf('ann'))
    const { statuses } = await readKpis(world.work(), world.ref, { level: 'cohort', cohort: 'coach' })
    expect(statuses.find(({ definition }) => definition.id === 'K8')).toMatchObject({ baseline: 40, met: 'no data' })
  })

  it('does not count the running week', async () => {
    const world = await kpiWorld()
    await world.count(sessionOf('ann'))
    const read = (now: string) => readSeries(world.work(now), world.ref, program, 'K1')
    // Sunday 23:30 in Berlin, and half an hour into Monday.
    expect((await read('2027-01-10T22:30:00.000Z')).status.value.kind).toBe('no data')
    expect((await read('2027-01-10T23:30:00.000Z')).status.value).toEqual({ kind: 'value', value: 1 })
  })
})

describe('small groups (P7)', () => {
  it('shows what single people answered from five people on', async () => {
    const world = await kpiWorld()
    const answered = people.slice(0, 4).flatMap((person) => [sessionOf(person), pulseOf(person)])
    await world.count(...answered, ...answered.map((event) => ({ ...event, eventId: 'again' })))
    expect(await valuesOf(world, program)).toMatchObject({ K1: 'value', K9: 'suppressed', K17: 'suppressed' })
    await world.count(sessionOf('eva'), pulseOf('eva'))
    expect(await valuesOf(world, program)).toMatchObject({ K1: 'value', K9: 'value', K17: 'value' })
  })

  it('counts people, not answers', async () => {
    const world = await kpiWorld()
    await world.count(...Array.from({ length: 20 }, () => pulseOf('ann')))
    expect((await valuesOf(world, program)).K9).toBe('suppressed')
  })

  it('counts those a 360 is about, however many rated them', async () => {
    const world = await kpiWorld()
    const about = (subject: string) =>
      people.flatMap((person) => [
        response('baseline-360', [2], { person, subject }),
        response('follow-up-360', [4], { person, subject }),
      ])
    await world.count(...about('ann'))
    expect((await valuesOf(world, program)).K14).toBe('suppressed')
    await world.count(...people.slice(1).flatMap(about))
    expect((await valuesOf(world, program)).K14).toBe('value')
    const { status } = await readSeries(world.work(), world.ref, program, 'K14')
    expect(JSON.stringify(status.parts)).not.toMatch(/numerator|denominator/)
  })

  it('shows neither cohort when one of them is too small', async () => {
    const world = await kpiWorld()
    await world.count(...people.map((person) => sessionOf(person)), sessionOf('gus', 'mentor'))
    const coached = { level: 'cohort', cohort: 'coach' } as const
    expect(await valuesOf(world, program)).toMatchObject({ K17: 'value' })
    expect(await valuesOf(world, coached)).toMatchObject({ K1: 'value', K17: 'suppressed' })
    const { series } = await readSeries(world.work(), world.ref, coached, 'K17')
    expect(series[0]).toEqual({
      week: '2027-W01',
      running: false,
      value: expect.objectContaining({ kind: 'suppressed' }),
    })
  })

  it('shows single rows to those who run the program alone', () => {
    const as = (role: 'program lead' | 'sponsor' | 'finance') => () =>
      demandSingleRows({ tenantId: 'T', personId: 'x', roles: [role] })
    expect(as('program lead')).not.toThrow()
    for (const role of ['sponsor', 'finance'] as const) expect(as(role)).toThrow(/those|program owner/)
  })
})

describe('the rows behind a figure', () => {
  it('are exactly those that make numerator and denominator, page by page', async () => {
    const world = await kpiWorld()
    const sessions = Array.from({ length: 25 }, (_, index) =>
      session({ engagementId: `p${index}.R001.coach`, status: index % 5 === 0 ? 'no-show' : 'attended' }),
    )
    await world.count(...sessions, session({ status: 'cancelled' }), pulseOf('ann'))
    const rows: KpiRow[] = []
    let cursor: string | undefined
    do {
      const page = await listKpiRows(world.store, world.scope, program, 'K1', { limit: 7, ...(cursor && { cursor }) })
      expect(page.items.length).toBeLessThanOrEqual(7)
      rows.push(...page.items)
      cursor = page.cursor
    } while (cursor)
    expect(rows.map(({ rowId }) => rowId).sort()).toEqual(sessions.map(({ sessionId }) => sessionId).sort())
    const { status } = await readSeries(world.work(), world.ref, program, 'K1')
    const sum = (name: string) => rows.reduce((total, { counters }) => total + (counters?.[name] ?? 0), 0)
    expect([sum('sessions.completed'), sum('sessions.scheduled')]).toEqual([status.numerator, status.denominator])
    const none = await listKpiRows(world.store, world.scope, program, 'K1', { limit: 50, from: '2027-W02' })
    expect(none.items).toEqual([])
  })

  it('do not say what a single person answered', async () => {
    const world = await kpiWorld()
    await world.count(sessionOf('ann', 'coach', 1), pulseOf('ann'))
    const { items } = await listKpiRows(world.store, world.scope, program, 'K17', { limit: 50 })
    expect(items).toEqual([
      { kind: 'session', rowId: 'ann.R001.coach.S001', week: '2027-W01', engagementId: 'ann.R001.coach' },
    ])
  })
})

describe('the KPI map', () => {
  it('is replaced with the version that was read, and tells which KPIs changed', async () => {
    const world = await kpiWorld()
    await world.person('owner', 'program owner')
    const owner = world.as('owner', 'program owner')
    const empty = await readKpiSettings(world.store, world.scope.tenantId, world.programId)
    expect([empty.version, empty.advice.length]).toEqual([0, 4])
    const K1 = { ownerId: 'owner', feedConfirmed: true, target: 0.9, part: 'leading' as const }
    const saved = await editKpiSettings(world.work(), owner, world.programId, 0, { K1 })
    expect(saved).toMatchObject({ version: 1, kpis: { K1 } })
    expect(saved.advice.join(' ')).toMatch(/Name the owner of K2, .*lagging/)
    expect((await world.told()).at(-1)).toMatchObject({ type: 'kpi.settings-changed', kpis: ['K1'] })
    await expect(editKpiSettings(world.work(), owner, world.programId, 0, {})).rejects.toMatchObject({
      code: 'StaleVersion',
    })
    await world.count(...[1, 2, 3, 4, 5].map(() => session()), session({ status: 'no-show' }))
    const { statuses } = await readKpis(world.work(), world.ref, program)
    expect(statuses[0]).toMatchObject({ met: 'not met', target: { test: 'at least', value: 0.9 } })
  })

  it('names every field that cannot be', async () => {
    const world = await kpiWorld()
    const part = { feedConfirmed: false, part: 'context' as const }
    const edit = editKpiSettings(world.work(), world.as('owner', 'program owner'), world.programId, 0, {
      K1: { ...part, ownerId: 'nobody', target: 80 },
      K9: { ...part, baseline: 0 },
    })
    await expect(edit).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field: 'kpis.K1.ownerId' }, { field: 'kpis.K1.target' }, { field: 'kpis.K9.baseline' }],
    })
  })
})

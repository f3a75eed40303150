import { readSeries } from '@pilotgate/core/measurement/kpis/read-kpis'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import type { ReadingInput } from '@pilotgate/core/measurement/readings/check-reading'
import { importReadings } from '@pilotgate/core/measurement/readings/import-readings'
import { listReadings, recordReading } from '@pilotgate/core/measurement/readings/record-readings'
import { describe, expect, it } from 'vitest'
import { kpiWorld } from './world.ts'

const good: ReadingInput = { kpi: 'K4', on: '2027-03-31', group: 'cohort', part: 17, whole: 20, source: 'Jira' }

const analystIn = async () => {
  const world = await kpiWorld()
  const actor = world.as('hana', 'hr analytics')
  const record = (more: Partial<ReadingInput> = {}) =>
    recordReading(world.work(), actor, world.programId, { ...good, ...more })
  const importing = (...lines: string[]) =>
    importReadings(
      world.work(),
      actor,
      world.programId,
      ['kpi,on,group,part,whole,source,reference', ...lines].join('\n'),
    )
  return { ...world, actor, record, importing }
}

describe('readings', () => {
  it('are corrected when their source names them again, and counted once', async () => {
    const { record, store, told, work, ref } = await analystIn()
    expect(await record({ reference: 'Q1' })).toMatchObject({ outcome: 'added', reading: { version: 1 } })
    expect((await record({ reference: 'Q1' })).outcome).toBe('unchanged')
    expect(await record({ reference: 'Q1', part: 18 })).toMatchObject({ outcome: 'corrected', reading: { version: 2 } })
    const events = await told()
    expect(events.map((event) => event.type === 'reading.recorded' && event.revision)).toEqual([1, 2])
    await rollUp({ store }, events.toReversed())
    const { status } = await readSeries(work('2027-06-07T08:00:00.000Z'), ref, { level: 'program' }, 'K4')
    expect(status).toMatchObject({
      value: { kind: 'value', value: 0.9 },
      numerator: 18,
      denominator: 20,
      quarter: '2027-Q1',
    })
  })

  it('without a name are new each time', async () => {
    const { record, store, actor, programId } = await analystIn()
    await record()
    await record()
    expect((await listReadings(store, actor, programId, { kpi: 'K4', limit: 10 })).items).toHaveLength(2)
    expect((await listReadings(store, actor, programId, { kpi: 'K5', limit: 10 })).items).toEqual([])
  })

  it.each<[what: string, more: Partial<ReadingInput>, field: string]>([
    ['a KPI that the platform counts', { kpi: 'K1' }, 'kpi'],
    ['a group that the KPI does not take', { kpi: 'K8', group: 'cohort' }, 'group'],
    ['more parts than the whole', { part: 21 }, 'part'],
    ['an empty whole', { part: 0, whole: 0 }, 'whole'],
    ['a day long before the program', { on: '2025-12-31' }, 'on'],
    ['a day long after it', { on: '2029-01-01' }, 'on'],
    ['a day in the future', { on: '2027-06-08' }, 'on'],
    ['an engagement of nobody', { engagementId: 'ann.R001.coach' }, 'engagementId'],
    ['a name that is too long', { source: 'ä'.repeat(200), reference: 'ü'.repeat(200).repeat(2) }, 'reference'],
  ])('refuse %s', async (_, more, field) => {
    const { record, store, actor, programId } = await analystIn()
    await expect(record(more)).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
    expect((await listReadings(store, actor, programId, { limit: 10 })).items).toEqual([])
  })

  it('may be a sum larger than its whole where they are no ratio', async () => {
    const { record } = await analystIn()
    expect((await record({ kpi: 'K12', part: 121.5, whole: 9 })).outcome).toBe('added')
  })

  it('are imported row by row: good rows are kept, bad ones reported; the same file again changes nothing', async () => {
    const { importing } = await analystIn()
    const rows = [
      'K4,2027-03-31,cohort,17,20,Jira,Q1',
      'K4,2027-03-31,cohort,21,20,Jira,Q2',
      'K1,2027-03-31,cohort,1,2,Jira,Q3',
      'K12,2027-03-31,Baseline,100.5,10,Jira,lead',
      'K12,31.3.2027,cohort,ten,10,Jira,x',
      'K4,2027-03-31,cohort,1,2,Jira,',
      'K4,2027-03-30,cohort,1,2,Jira,Q1',
      'K99,2027-03-30,cohort,1,2,Jira,Q9',
    ]
    const found = await importing(...rows)
    expect(found).toMatchObject({ added: 2, corrected: 0, unchanged: 0 })
    expect(found.problems.map(({ row, field }) => `${row} ${field}`)).toEqual([
      ...['3 part', '4 kpi', '6 on', '6 part', '7 reference', '8 reference', '9 kpi'],
    ])
    expect(await importing(...rows)).toMatchObject({ added: 0, corrected: 0, unchanged: 2 })
    expect(await importing('K4,2027-03-31,cohort,18,20,Jira,Q1')).toMatchObject({ corrected: 1, problems: [] })
  })

  it('are refused as a whole when columns are missing', async () => {
    const { work, actor, programId } = await analystIn()
    const file = importReadings(work(), actor, programId, 'kpi,on\nK4,2027-03-31\n')
    await expect(file).rejects.toMatchObject({ code: 'InvalidInput' })
  })

  it('come by the hundred', async () => {
    const { importing, told } = await analystIn()
    const many = Array.from({ length: 230 }, (_, index) => `K4,2027-03-31,cohort,1,2,Jira,R${index}`)
    expect(await importing(...many)).toMatchObject({ added: 230, problems: [] })
    expect((await told()).length).toBe(100)
  })
})

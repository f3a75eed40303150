import type { WarehouseRow } from '@pilotgate/core/measurement/telemetry/session-row'
import type { Warehouse } from '@pilotgate/core/ports'
import { describe, expect, it } from 'vitest'
import { freshScope } from './samples.ts'

export const freshProgram = () => {
  const { tenantId, scope } = freshScope()
  return { tenantId, programId: scope }
}

/** A row of a session in its first version, unless said otherwise. */
export const row = (
  scope: { tenantId: string; programId: string },
  sessionId: string,
  more: Partial<WarehouseRow> = {},
): WarehouseRow => ({
  schemaVersion: 1,
  ...scope,
  cohort: 'coach',
  engagementId: sessionId.split('.')[0]!,
  sessionId,
  rowVersion: 1,
  status: 'scheduled',
  startsAt: '2027-01-04T08:00:00.000Z',
  minutes: 60,
  week: '2027-W01',
  participantId: 'person-1',
  providerId: 'person-2',
  topics: ['delegation', 'feedback & trust', 'Zuhören'],
  actionItems: 0,
  rating: null,
  recordedAt: '2027-01-04T08:00:00.000Z',
  ...more,
})

/** What every `Warehouse` does. */
export const warehouseContract = (name: string, make: () => Promise<Warehouse>): void => {
  describe(`${name} as a warehouse`, () => {
    it('holds nothing of a program that sent nothing', async () => {
      const warehouse = await make()
      await warehouse.deliver([])
      expect(await warehouse.arrived(freshProgram())).toEqual({ sessions: [], newestRecordedAt: undefined })
    })

    it('tells of each session its highest version, in whatever order and however often rows came', async () => {
      const warehouse = await make()
      const program = freshProgram()
      const attended = row(program, 'E1.S001', {
        rowVersion: 3,
        status: 'attended',
        rating: 5,
        actionItems: 2,
        recordedAt: '2027-01-05T09:30:00Z',
      })
      await warehouse.deliver([row(program, 'E1.S001', { rowVersion: 2 }), attended, row(program, 'E1.S002')])
      await warehouse.deliver([attended, row(program, 'E1.S001')])
      expect(await warehouse.arrived(program)).toEqual({
        sessions: [
          { sessionId: 'E1.S001', rowVersion: 3, status: 'attended' },
          { sessionId: 'E1.S002', rowVersion: 1, status: 'scheduled' },
        ],
        newestRecordedAt: '2027-01-05T09:30:00.000Z',
      })
    })

    it('counts versions as numbers', async () => {
      const warehouse = await make()
      const program = freshProgram()
      await warehouse.deliver([9, 10].map((rowVersion) => row(program, 'E1.S001', { rowVersion })))
      expect((await warehouse.arrived(program)).sessions).toMatchObject([{ rowVersion: 10 }])
    })

    it('keeps programs and organisations apart, also by odd names', async () => {
      const warehouse = await make()
      const program = freshProgram()
      const others = [
        { ...program, programId: `${program.programId}' OR '1'='1` },
        { ...program, tenantId: freshProgram().tenantId },
        { ...program, programId: `${program.programId}\\` },
      ]
      for (const other of others) await warehouse.deliver([row(other, 'E1.S001')])
      expect((await warehouse.arrived(program)).sessions).toEqual([])
      for (const other of others) expect((await warehouse.arrived(other)).sessions).toHaveLength(1)
    })

    it('takes more rows than fit in a request, and gives more than fit in an answer', async () => {
      const warehouse = await make()
      const program = freshProgram()
      const ids = Array.from({ length: 1203 }, (_, index) => `E1.S${String(index).padStart(4, '0')}`)
      await warehouse.deliver(ids.map((id) => row(program, id)))
      expect((await warehouse.arrived(program)).sessions.map(({ sessionId }) => sessionId)).toEqual(ids)
    })

    it.each([
      ['a note', { notes: 'Canary 7f3a' }],
      ['a topic that is a sentence', { topics: ['She wants to leave, and nobody in the team knows it. Canary 7f3a'] }],
      ['a rating out of range', { rating: 6 }],
      ['a version of nothing', { rowVersion: 0 }],
    ])('refuses %s without sending anything or repeating it', async (_, more) => {
      const warehouse = await make()
      const program = freshProgram()
      const wrong = { ...row(program, 'E1.S002'), ...more } as WarehouseRow
      const error = await warehouse.deliver([row(program, 'E1.S001'), wrong]).catch((refusal: unknown) => refusal)
      expect(error).toMatchObject({ code: 'InvalidInput' })
      expect(JSON.stringify([String(error), error])).not.toContain('Canary')
      expect((await warehouse.arrived(program)).sessions).toEqual([])
    })
  })
}

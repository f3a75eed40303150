import { describe, expect, it } from 'vitest'
import { type Week, waitingNow } from '../../packages/console/src/program/timeline-waiting.ts'

const program = {
  programId: 'p',
  version: 1,
  name: 'Pilot',
  templateId: 'leadership-pilot-24w',
  templateVersion: 1,
  startDate: '2027-01-04',
  zone: 'Europe/Berlin',
  thresholds: {},
  minimumCohort: 20,
  status: 'running' as const,
  currentGate: 'W06',
  slippedWeeks: 0,
  history: [],
}
const week: Week = {
  gate: 'W06',
  week: 6,
  title: 'Sprint sessions 1 and 2',
  criterion: 'Session attendance is at least 80 %',
  status: 'open',
  opensAt: '2027-02-08T08:00:00.000Z',
  checksAt: '2027-02-12T15:00:00.000Z',
  conditions: [],
}
const everything = { roles: ['program owner'], may: () => true }
const nothing = { roles: ['finance'], may: () => false }
const waiting = (changed: Partial<Week>, reader = everything) => waitingNow(program, [{ ...week, ...changed }], reader)

describe('what a program waits for', () => {
  it('names the moment of the check in the zone of the program', () => {
    expect(waiting({})).toMatchObject({
      kind: 'time',
      says: 'Week 6, Sprint sessions 1 and 2, is under way. Gate W06 is checked Fri 12 Feb 2027, 16:00 (Europe/Berlin).',
      go: { page: '/gates/W06', primary: false },
    })
  })

  it('offers the decision to the program owner, and to others a look at the gate', () => {
    const failed = { status: 'awaiting owner', outcome: 'fail', value: '76 % (38 of 50)' } as const
    expect(waiting(failed)).toMatchObject({
      kind: 'person',
      says: 'Gate W06, Sprint sessions 1 and 2, waits for your decision. Its check came out as fail (76 % (38 of 50)).',
      go: { text: 'Decide gate W06', primary: true },
    })
    expect(waiting(failed, nothing)).toMatchObject({
      says: expect.stringContaining('the decision of the program owner'),
      go: { text: 'Look at gate W06', primary: false },
    })
  })

  it('offers a vote to those who may vote, and says how many votes are in', () => {
    const steering = { status: 'awaiting steering', waitsFor: 'The steering committee decides (1 votes)' } as const
    expect(waiting(steering)).toMatchObject({ more: '1 vote is in.', go: { text: 'Vote on gate W06', primary: true } })
    expect(waiting(steering, nothing).go).toMatchObject({ primary: false })
  })

  it('says when the recheck is', () => {
    expect(waiting({ status: 'rechecking', waitsFor: 'Rechecked 2027-02-19' }).more).toBe(
      'The recheck is on Fri 19 Feb 2027.',
    )
  })

  it('says why a program is paused, and of an ended one that it is over', () => {
    const line = { reason: 'Budget freeze', by: 'x', at: '2027-02-10T09:00:00.000Z' }
    const paused = { ...program, status: 'paused' as const, history: [{ ...line, action: 'pause' as const }] }
    expect(waitingNow(paused, [week], everything)).toMatchObject({
      kind: 'halted',
      says: 'The program is paused since Wed 10 Feb 2027, 10:00 (Europe/Berlin).',
      more: expect.stringContaining('Budget freeze.'),
    })
    const stopped = { ...paused, status: 'stopped' as const, history: [{ ...line, action: 'stop' as const }] }
    expect(waitingNow(stopped, [week], everything)).toMatchObject({ kind: 'done', more: 'Budget freeze.' })
    expect(waitingNow({ ...program, status: 'completed', result: 'scale' }, [week], everything).says).toBe(
      'The program is complete: scale.',
    )
  })
})

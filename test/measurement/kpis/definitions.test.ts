import type { Event } from '@pilotgate/core/events'
import { definitionOf, kpiDefinitions } from '@pilotgate/core/measurement/kpis/definitions'
import { type KpiId, kpiIds } from '@pilotgate/core/measurement/kpis/kpi-ids'
import { statusOf } from '@pilotgate/core/measurement/kpis/status'
import { seriesOf } from '@pilotgate/core/measurement/kpis/summarise'
import { describe, expect, it } from 'vitest'
import {
  action,
  blocker,
  done,
  engagement,
  foldOf,
  mentoring,
  reading,
  response,
  session,
  sponsorAction,
} from './events.ts'

/** All weeks of the first half of 2027 are over. */
const span = { running: '2027-W26' }
const statusIn = (kpi: KpiId, events: Event[], setting?: Parameters<typeof statusOf>[3]) =>
  statusOf(definitionOf(kpi), foldOf(events).program, span, setting)

type Golden = [kpi: KpiId, what: string, events: Event[], value: number, met: string, sides: (number | undefined)[]]

const golden: Golden[] = [
  [
    'K1',
    'completed / scheduled; a cancelled session was not scheduled, a missed one was',
    [
      ...[1, 2, 3, 4].map(() => session()),
      ...[session({ status: 'no-show' }), session({ status: 'cancelled' }), session({ status: 'scheduled' })],
    ],
    ...[4 / 6, 'not met', [4, 6]],
  ],
  [
    'K2',
    'done on the 14th local day counts, a day later not; dropped ones are in the whole',
    [
      // Logged on 5 January in Berlin; the 14th day after is 19 January, until midnight there (23:00 UTC).
      ...[done('2027-01-19T22:59:59Z'), done('2027-01-19T23:00:00Z'), action({ status: 'dropped' }), action()],
    ],
    ...[1 / 4, 'no target', [1, 4]],
  ],
  [
    'K3',
    'mean days of the cohort − of the control',
    [reading('K3', 'cohort', 300, 3), reading('K3', 'cohort', 120, 2, '2027-03-03'), reading('K3', 'control', 480, 4)],
    ...[-36, 'met', [undefined, undefined]],
  ],
  [
    'K4',
    'the latest quarter with data',
    [reading('K4', 'cohort', 1, 4, '2027-02-01'), reading('K4', 'cohort', 9, 10, '2027-04-12')],
    ...[0.9, 'no target', [9, 10]],
  ],
  [
    'K5',
    'after − before',
    [reading('K5', 'baseline', 2, 8), reading('K5', 'cohort', 6, 8, '2027-05-03')],
    ...[0.5, 'met', [undefined, undefined]],
  ],
  [
    'K6',
    'completed within 90 local days / logged',
    [
      // Logged on 5 January; the 90th day after is 5 April, when Berlin is two hours ahead.
      ...[done('2027-04-05T21:59:59Z'), done('2027-04-05T22:00:00Z'), done('2027-01-06T08:00:00Z')],
      ...[done('2027-01-06T08:00:00Z', { kind: 'team commitment' }), action({ status: 'dropped' })],
    ],
    ...[0.6, 'met', [3, 5]],
  ],
  [
    'K7',
    'team commitments on time / due, against +20 % of the baseline',
    [
      reading('K7', 'baseline', 70, 100),
      ...Array.from({ length: 21 }, () => done('2027-01-15T22:59:59Z', { kind: 'team commitment' })),
      ...[done('2027-01-15T23:00:00Z', { kind: 'team commitment' }), action({ kind: 'team commitment' })],
      ...[
        action({ kind: 'team commitment', status: 'dropped' }),
        done('2027-01-18T09:00:00Z', { kind: 'team commitment' }),
      ],
      action(),
    ],
    ...[0.84, 'met', [21, 25]],
  ],
  [
    'K8',
    'mean hours, against −15 % of the baseline',
    [
      reading('K8', 'baseline', 400, 10),
      blocker({ status: 'resolved', resolvedAt: '2027-01-06T10:30:00Z' }),
      blocker({ status: 'resolved', resolvedAt: '2027-01-07T05:30:00Z' }),
      blocker(),
    ],
    ...[34, 'met', [68, 2]],
  ],
  [
    'K9',
    'median of all answers; an even number of them gives the middle of two',
    [response('pulse', [3, 4, 5]), response('pulse', [4, 5, 1]), response('pulse', [5, 5])],
    ...[4.5, 'met', [undefined, 8]],
  ],
  [
    'K10',
    'the latest quarter',
    [reading('K10', 'cohort', 18, 20), reading('K10', 'control', 1, 2), reading('K10', 'cohort', 19, 20, '2027-04-30')],
    ...[0.95, 'no target', [19, 20]],
  ],
  [
    'K11',
    'experiments / team-months',
    [reading('K11', 'cohort', 7, 8), reading('K11', 'cohort', 9, 8, '2027-02-28')],
    ...[1, 'met', [16, 16]],
  ],
  [
    'K12',
    'mean days, against −20 % of the baseline; thousandths are exact',
    [
      reading('K12', 'baseline', 100, 10),
      reading('K12', 'cohort', 0.1, 1),
      reading('K12', 'cohort', 0.2, 1, '2027-02-01'),
    ],
    ...[0.15, 'met', [0.3, 2]],
  ],
  [
    'K13',
    'users / people',
    [reading('K13', 'cohort', 12, 40), reading('K13', 'cohort', 28, 40, '2027-03-01')],
    ...[0.5, 'no target', [40, 80]],
  ],
  [
    'K14',
    'mean of the follow-up − mean of the baseline',
    [
      ...[response('baseline-360', [2, 3]), response('baseline-360', [3, 4], { person: 'cem' })],
      ...[response('follow-up-360', [4, 4]), response('follow-up-360', [4, 5], { person: 'cem' })],
    ],
    ...[1.25, 'met', [undefined, undefined]],
  ],
  [
    'K15',
    'mentoring kept / begun; the end of the program takes nothing away, coaching does not count',
    [
      ...[mentoring(), mentoring({ endReason: 'completed' }), mentoring({ endReason: 'program over' })],
      ...[mentoring({ endReason: 'reassigned' }), mentoring({ endReason: 'withdrawn' }), engagement()],
    ],
    ...[0.6, 'no target', [3, 5]],
  ],
  [
    'K16',
    'done or confirmed / logged',
    [
      ...[sponsorAction({ status: 'done' }), sponsorAction({ status: 'confirmed' }), sponsorAction()],
      sponsorAction({ status: 'missed' }),
    ],
    ...[0.5, 'no target', [2, 4]],
  ],
  [
    'K17',
    'median of session ratings and rating forms',
    [
      ...[session({ rating: 5 }), session({ rating: 3 }), session(), response('pulse', [1, 1])],
      ...[response('rating', [4, 1]), response('rating', [2, 1])],
    ],
    ...[3.5, 'not met', [undefined, 4]],
  ],
  [
    'K18',
    'reassigned / begun must stay under 10 %',
    [engagement({ endReason: 'reassigned' }), ...Array.from({ length: 9 }, () => engagement())],
    ...[0.1, 'not met', [1, 10]],
  ],
] as Golden[]

describe('the figure of every KPI, worked out by hand', () => {
  it.each(golden)('%s: %s', (kpi, _, events, value, met, [numerator, denominator]) => {
    const status = statusIn(kpi, events)
    expect(status.value).toEqual({ kind: 'value', value })
    expect([status.numerator, status.denominator]).toEqual([numerator, denominator])
    expect(status.met).toBe(met)
  })

  it('has one of each', () => {
    expect(golden.map(([kpi]) => kpi)).toEqual([...kpiIds])
    expect(kpiDefinitions.map(({ id }) => id)).toEqual([...kpiIds])
    for (const { windowDays } of kpiDefinitions) expect([windowDays >= 60, windowDays <= 120]).toEqual([true, true])
  })

  it('gives the competency delta for others and for oneself', () => {
    const { parts } = statusIn('K14', golden.find(([kpi]) => kpi === 'K14')![2])
    expect(parts!.map(({ name, value }) => [name, value.kind === 'value' && value.value])).toEqual([
      ['follow-up', 4.25],
      ['baseline', 3],
      ['others', 1],
      ['self', 1.5],
    ])
  })
})

describe('no data', () => {
  it.each(kpiIds)('%s without events is no data, with a reason, and neither 0 nor met', (kpi) => {
    const status = statusIn(kpi, [])
    expect(status.value).toEqual({ kind: 'no data', why: expect.stringMatching(/^\S.*\.$/) })
    expect(status.met).toBe('no data')
    expect(seriesOf(definitionOf(kpi), new Map(), span)).toEqual([])
  })

  it.each<[KpiId, Event[]]>([
    ['K1', [session({ status: 'cancelled' })]],
    ['K3', [reading('K3', 'cohort', 100, 2)]],
    ['K5', [reading('K5', 'cohort', 1, 2)]],
    ['K7', [action(), reading('K7', 'baseline', 1, 2)]],
    ['K8', [blocker(), reading('K8', 'baseline', 1, 2)]],
    ['K14', [response('baseline-360', [3])]],
    ['K15', [engagement()]],
    ['K17', [session()]],
  ])('%s with a whole or a side missing is no data', (kpi, events) => {
    expect(statusIn(kpi, events).value.kind).toBe('no data')
  })

  it('says of a relative target without a baseline that it waits for one', () => {
    expect(statusIn('K8', [blocker({ status: 'resolved', resolvedAt: '2027-01-06T10:00:00Z' })]).met).toBe(
      'no baseline',
    )
  })

  it('takes target and baseline of the program before the shipped ones', () => {
    const events = [session(), session({ status: 'no-show' })]
    const own = { feedConfirmed: true, part: 'leading' as const, target: 0.5, baseline: 0.4 }
    const status = statusIn('K1', events, own)
    expect([status.met, status.baseline]).toEqual(['met', 0.4])
    expect(status.change).toBeCloseTo(0.25, 12)
  })
})

describe('weeks', () => {
  it('counts a week once it is over, and marks the running one', () => {
    const events = [session(), session({ startsAt: '2027-01-19T09:00:00Z', status: 'no-show' })]
    const weeks = foldOf(events).program
    const running = { running: '2027-W03' }
    expect(statusOf(definitionOf('K1'), weeks, running)).toMatchObject({
      value: { kind: 'value', value: 1 },
      weeks: { from: '2027-W01', to: '2027-W01', withData: 1 },
    })
    expect(
      seriesOf(definitionOf('K1'), weeks, running).map((point) => [point.week, point.running, point.value.kind]),
    ).toEqual([
      ['2027-W01', false, 'value'],
      ['2027-W02', false, 'no data'],
      ['2027-W03', true, 'value'],
    ])
  })

  it('does not count what comes after the attribution window', () => {
    const weeks = foldOf([session(), session({ startsAt: '2027-05-04T09:00:00Z', status: 'no-show' })]).program
    expect(statusOf(definitionOf('K1'), weeks, { ...span, last: '2027-W10' }).denominator).toBe(1)
  })

  it('counts a session in the local week of its start', () => {
    // Sunday 23:30 UTC is Monday in Berlin and Sunday in New York.
    const late = [session({ startsAt: '2027-01-10T23:30:00Z' })]
    expect([...foldOf(late).program.keys()]).toEqual(['2027-W02'])
    expect([...foldOf(late, 'America/New_York').program.keys()]).toEqual(['2027-W01'])
  })
})

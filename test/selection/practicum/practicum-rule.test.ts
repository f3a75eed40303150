import type { PracticumRecord } from '@pilotgate/core/selection/practicum/practicum-record'
import { checkPracticum } from '@pilotgate/core/selection/practicum/practicum-rule'
import { dueAfter } from '@pilotgate/core/selection/supervision/follow-up'
import { expect, it } from 'vitest'
import { day, ratings, start } from '../supervision/world.ts'

const zone = 'Europe/Berlin'
type Practicum = Pick<PracticumRecord, 'startedAt' | 'practice' | 'reviews' | 'capstone'>

const logged = (kind: 'coached' | 'lab', minutes: number) => ({
  on: '2027-02-01',
  minutes,
  kind,
  at: start,
  by: 'ida',
})
const review = (kind: 'midpoint' | 'final', more: Partial<PracticumRecord['reviews'][number]> = {}) => ({
  review: kind,
  heldAt: day(30),
  ratings,
  findings: ['Asks.'],
  outcome: 'pass' as const,
  supervisorId: 'sven',
  followUp: {
    ...dueAfter(day(30), zone),
    feedback: { text: 'Good.', at: day(31), by: 'sven' },
    supervision: { heldAt: day(33), note: 'Talked.', at: day(33), by: 'sven' },
  },
  ...more,
})
const complete: Practicum = {
  startedAt: start,
  practice: [logged('coached', 1200), logged('lab', 600)],
  reviews: [review('midpoint'), review('final')],
  capstone: {
    kpi: 'Defects',
    baseline: '14',
    result: '9',
    link: 'Delegation.',
    acceptedBy: 'sven',
    acceptedAt: day(50),
  },
}
const unmet = (practicum: Practicum, now = day(70), lateBecause?: string) =>
  checkPracticum(practicum, { now, zone, lateBecause })
    .filter(({ met }) => !met)
    .map(({ rule }) => rule)

it('is complete at the least of everything', () => {
  expect(unmet(complete, day(56))).toEqual([])
})

const { acceptedBy, acceptedAt, ...handedIn } = complete.capstone!
it.each<[string, string[], Practicum, string?]>([
  ['a second before eight weeks', ['weeks'], complete, new Date(Date.parse(day(56)) - 1000).toISOString()],
  ['a second after twelve weeks, in summer time by then', ['weeks'], complete, '2027-03-29T07:00:01.000Z'],
  [
    'a minute less coached',
    ['coached hours'],
    { ...complete, practice: [logged('coached', 1199), logged('lab', 600)] },
  ],
  ['a minute less in labs', ['lab hours'], { ...complete, practice: [logged('coached', 1200), logged('lab', 599)] }],
  ['no midpoint', ['midpoint calibration'], { ...complete, reviews: [review('final')] }],
  [
    'the final review to be repeated',
    ['final observed review'],
    { ...complete, reviews: [review('midpoint'), review('final'), review('final', { outcome: 'repeat' })] },
  ],
  [
    'feedback and supervision missing',
    ['feedback on the final observed review', 'supervision after the final observed review'],
    { ...complete, reviews: [review('midpoint'), review('final', { followUp: dueAfter(day(30), zone) })] },
  ],
  ['no capstone', ['capstone'], { ...complete, capstone: undefined }],
  ['a capstone that nobody accepted', ['capstone'], { ...complete, capstone: handedIn }],
])('is not complete with %s', (_, rules, practicum, now) => {
  expect(unmet(practicum, now)).toEqual(rules)
})

it('takes longer than twelve weeks with a reason; a week that loses an hour still counts as a week', () => {
  expect(unmet(complete, '2027-03-29T07:00:00.000Z')).toEqual([])
  expect(unmet(complete, day(100), 'Parental leave.')).toEqual([])
})

it('a review that was repeated and passed counts', () => {
  const reviews = [review('midpoint', { outcome: 'repeat' }), review('midpoint'), review('final')]
  expect(unmet({ ...complete, reviews })).toEqual([])
})

import { checkGoal, checkGoals, goalWindow } from '@pilotgate/core/intake/check-goal'
import type { Goal } from '@pilotgate/core/intake/intake-form'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const window = { today: '2027-01-11', latest: '2027-12-21' }
const good: Goal = {
  behaviour: 'Delegate decisions on releases, with a written brief',
  situation: 'In the weekly planning meeting with my five team leads',
  measure: 'At least 4 of 5 decisions a month',
  date: '2027-06-30',
  baseline: '1 of 5 decisions',
}
const lacking = (goal: Partial<Goal>): string[] => checkGoal({ ...good, ...goal }, window).map(({ field }) => field)

describe('behaviour', () => {
  it.each([
    'Ask two open questions before I give my own view',
    'Delegating every decision below 5,000 EUR',
    'I give each direct report one piece of specific feedback',
    'Lead the weekly planning meeting without slides',
    'Stop interrupting people while they speak',
    'Say no to requests outside the roadmap, with a reason',
    'Summarise what was agreed at the end',
    'I will have written a decision record for each trade-off',
    'Becoming someone who asks for dissent before deciding',
    'Give better feedback within two days of the event',
    'Hands over incident command to the person on call',
    'Replies to escalations with an owner and a date',
  ])('takes "%s"', (behaviour) => expect(lacking({ behaviour })).toEqual([]))

  it.each([
    ['Become a better leader', 'become'],
    ['Be better', 'be'],
    ['Improve my communication', 'improve'],
    ['Get better at delegating', 'get'],
    ['Be more confident in reviews', 'be'],
    ['Lead more effectively', 'lead'],
    ['Develop executive presence', 'develop'],
    ['Growing as a manager', 'growing'],
    ['Understand the strategic context', 'understand'],
    ['Leadership', 'nothing that others can see'],
    ['Delegate', 'Says too little'],
    ['Delegate better', 'better'],
    ['Give great feedback', 'great'],
    ['???', 'nothing that others can see'],
  ])('sends "%s" back, because of "%s"', (behaviour, because) => {
    expect(checkGoal({ ...good, behaviour }, window)).toEqual([
      { field: 'behaviour', problem: expect.stringMatching(new RegExp(`${because}.*for example`)) },
    ])
  })
})

describe('situation', () => {
  it.each([
    'In the steering committee',
    'With my peers in product',
    'During incident reviews',
    'When a release slips',
    'Every Monday in the stand-up',
    'Before quarterly planning',
    '1:1s with my six reports',
    'at the architecture guild',
  ])('takes "%s"', (situation) => expect(lacking({ situation })).toEqual([]))

  it.each([
    'at work',
    'In general',
    'always',
    'everywhere and all the time',
    'in my daily life',
    'With everyone',
    'Often',
    'daily',
  ])('sends "%s" back', (situation) => expect(lacking({ situation })).toEqual(['situation']))
})

describe('measure', () => {
  it.each([
    '80 %',
    'Rating of my team in the pulse',
    'three of four meetings',
    'From 3.1 to 4.0 in the 360',
    'Number of decisions delegated',
    'twice a month',
    'eNPS survey of the department',
    '٤ من ٥',
    'Every meeting, as my peer sees it',
    'Decisions handed over, counted by my team',
  ])('takes "%s"', (measure) => expect(lacking({ measure })).toEqual([]))

  it.each([
    'I feel better',
    'People notice it',
    'More often',
    'No one complains',
    'My manager is happy',
    'Everyone is happier every day',
    '…',
  ])('sends "%s" back', (measure) => expect(lacking({ measure })).toEqual(['measure']))
})

describe('date', () => {
  it.each(['2027-01-12', '2027-12-21', '2027-02-28'])('takes %s', (date) => expect(lacking({ date })).toEqual([]))

  it.each([
    ['2027-01-11', 'today'],
    ['2026-12-31', 'past'],
    ['2027-12-22', 'up to 2027-12-21'],
    ['2027-02-30', 'no date'],
    ['30.06.2027', 'no date'],
    ['', 'no date'],
  ])('sends %s back: %s', (date, because) => {
    expect(checkGoal({ ...good, date }, window)).toEqual([{ field: 'date', problem: expect.stringContaining(because) }])
  })

  it('reaches six months beyond the program, slips included', () => {
    const program = { startDate: '2027-01-04', slippedWeeks: 0, zone: 'Europe/Berlin' }
    expect(goalWindow(program, 24, '2027-01-11T23:30:00.000Z')).toEqual({ today: '2027-01-12', latest: '2027-12-21' })
    expect(goalWindow({ ...program, slippedWeeks: 2 }, 24, '2027-01-11T12:00:00.000Z').latest).toBe('2028-01-05')
  })
})

describe('baseline', () => {
  it.each(['1 of 5', 'never', '2.8 in the last 360', 'None so far', 'about half of them', '0 %'])(
    'takes "%s"',
    (baseline) => expect(lacking({ baseline })).toEqual([]),
  )
  it.each(['low', "I don't know", 'tbd', 'n/a', 'could be better'])('sends "%s" back', (baseline) =>
    expect(lacking({ baseline })).toEqual(['baseline']),
  )
})

test('a vague goal is told everything it lacks at once, by field of the form', () => {
  const vague = {
    behaviour: 'Become a better leader',
    situation: 'at work',
    measure: 'feel it',
    date: '2026-01-01',
    baseline: 'bad',
  }
  expect(checkGoals([good, vague], window).map(({ field }) => field)).toEqual(
    ['behaviour', 'situation', 'measure', 'date', 'baseline'].map((field) => `goals.1.${field}`),
  )
})

test('never throws, whatever people write, and says the same each time', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(fc.record({ behaviour: text, situation: text, measure: text, date: text, baseline: text }), (goal) => {
      const found = checkGoal(goal, window)
      expect(checkGoal(goal, window)).toEqual(found)
      for (const { problem } of found) expect(problem).toMatch(/\.$/)
    }),
  )
})

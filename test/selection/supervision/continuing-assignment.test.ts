import { continuingAssignment } from '@pilotgate/core/selection/supervision/continuing-assignment'
import { expect, it } from 'vitest'

const good = { sessionsPlanned: 20, sessionsHeld: 16, ratings: [3, 4, 5], evidencedOutcomes: 1 }

it.each<[Partial<typeof good>, string, string[]]>([
  [{}, 'yes', ['yes', 'yes', 'yes']],
  [{ sessionsHeld: 15 }, 'no', ['no', 'yes', 'yes']],
  [{ ratings: [3, 4, 4, 5, 3.9, 3.9] }, 'no', ['yes', 'no', 'yes']],
  [{ evidencedOutcomes: 0 }, 'no', ['yes', 'yes', 'no']],
  [{ ratings: [] }, 'no data', ['yes', 'no data', 'yes']],
  [{ ratings: [], evidencedOutcomes: 0 }, 'no', ['yes', 'no data', 'no']],
  [
    { sessionsPlanned: 0, sessionsHeld: 0, ratings: [], evidencedOutcomes: 0 },
    'no data',
    ['no data', 'no data', 'no data'],
  ],
])('with %j it is "%s" (Q5)', (more, verdict, met) => {
  const found = continuingAssignment({ ...good, ...more })
  expect(found.continue).toBe(verdict)
  expect(found.rules.map((rule) => rule.met)).toEqual(met)
})

it('says what is needed in words', () => {
  expect(continuingAssignment({ ...good, sessionsHeld: 15 }).rules.map(({ words }) => words)).toEqual([
    '15 of 20 planned sessions were held; at least 80 % are needed.',
    'The median of 3 ratings is 4; at least 4.0 is needed.',
    '1 behavioural outcomes are evidenced; at least 1 is needed.',
  ])
})

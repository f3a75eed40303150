import { expect, test } from 'vitest'
import { stepsWith } from '../../../packages/console/src/selection/board/columns.ts'
import { personIdsIn, withNames } from '../../../packages/console/src/selection/candidacy/with-names.ts'
import type { Line } from '../../../packages/console/src/selection/words.ts'

const line = (name: string, steps: string[], status: Line['status'] = 'open'): Line => ({
  candidacyId: `${name}.01`,
  personId: name,
  name,
  path: 'external-coach',
  service: 'coach',
  status,
  openedAt: '2027-01-11T12:00:00.000Z',
  at: steps.map((step) => ({ step, title: `Title of ${step}`, status: 'open', dueAt: '2027-01-18T12:00:00.000Z' })),
})

const namesBy = (lines: Line[]) =>
  Object.fromEntries(
    stepsWith('external-coach', lines).map(({ step, places }) => [step, places.map((place) => place.line.name)]),
  )

test('a candidate stands at every step that goes on, and at the first before any is asked', () => {
  const board = namesBy([line('Zeno', ['references', 'documents']), line('Bela', []), line('Carla', ['live-demo'])])
  expect(board).toMatchObject({
    application: ['Bela'],
    'live-demo': ['Carla'],
    references: ['Zeno'],
    documents: ['Zeno'],
    calibration: [],
  })
})

test('who is through stands at no step', () => {
  expect(Object.values(namesBy([line('Zeno', ['live-demo'], 'rejected')])).flat()).toEqual([])
})

test('a step that the console does not know comes last, under the title of the API', () => {
  const steps = stepsWith('external-coach', [line('Zeno', ['trial-week'])])
  expect(steps.at(-1)).toMatchObject({ step: 'trial-week', title: 'Title of trial-week' })
  expect(steps.at(-1)?.places).toHaveLength(1)
})

test('names take the place of ids wherever an answer has them, and nothing else changes', () => {
  const id = '01M8184NYH00001AK0BAK9T11R'
  const answer = { kind: 'panel', members: [id, '01M8184NXV0000190AK4GVWTA2'], meetsOn: '2027-01-15' }
  const nameOf = (of: string) => (of === id ? 'Otto Olsen' : of)
  expect(personIdsIn(answer)).toEqual(answer.members)
  expect(withNames(answer, nameOf)).toEqual({ ...answer, members: ['Otto Olsen', answer.members[1]] })
})

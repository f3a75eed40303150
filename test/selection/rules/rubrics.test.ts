import { editRubric } from '@pilotgate/core/selection/edit-rubric'
import { listRubrics, loadRubric } from '@pilotgate/core/selection/load-rubric'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import { rubric as schema } from '@pilotgate/core/selection/rubric'
import { rubricNames, shippedRubrics } from '@pilotgate/core/selection/rubrics/rubrics'
import { stepsOf } from '@pilotgate/core/selection/selection-path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type World, world } from '../candidacy/world.ts'

it.each(rubricNames)('%s is whole, and its anchors are three different texts', (name) => {
  const shipped = shippedRubrics[name]
  expect(schema.parse(shipped)).toEqual(shipped)
  expect(shipped.rubric).toBe(name)
  for (const { anchors } of shipped.dimensions) expect(new Set(Object.values(anchors)).size).toBe(3)
})

it('every step with a panel has a rubric that is shipped', () => {
  for (const path of Object.values(selectionPaths)) {
    for (const { rubric, requirements } of stepsOf(path)) {
      expect(rubric !== undefined && rubricNames.some((name) => name === rubric)).toBe(
        requirements.some(({ form }) => form === 'scores'),
      )
    }
  }
})

it('the five dimensions of the demo are those of S-C3; calibrations pass from a median of 4', () => {
  expect(shippedRubrics['live-demo'].dimensions.map(({ words }) => words)).toEqual([
    'Challenge skill',
    'Behavioural tools',
    'Confidentiality practice',
    'Context fluency',
    'Measurable outcomes',
  ])
  for (const name of ['coach-calibration', 'mentor-calibration', 'internal-coach-calibration'] as const) {
    expect(shippedRubrics[name]).toMatchObject({ passes: { median: 4 }, minimumPanel: 3 })
  }
})

describe('editing a rubric', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  const edit = async (name: string, expected: number, more: object) =>
    editRubric(here.at(), await here.as('carla'), here.programId, name, expected, {
      ...shippedRubrics[name as 'live-demo'],
      ...more,
    })

  it('makes a new version; earlier ones stay readable', async () => {
    expect(await edit('live-demo', 1, { minimumPanel: 4 })).toMatchObject({ version: 2 })
    await edit('live-demo', 2, { minimumPanel: 5 })
    const of = async (version?: number) =>
      (await loadRubric(here.store, here.scope, 'live-demo', version)).rubric.minimumPanel
    expect([await of(1), await of(2), await of(3), await of()]).toEqual([3, 4, 5, 5])
    await expect(of(4)).rejects.toMatchObject({ code: 'NotFound' })
    const newest = (await listRubrics(here.store, here.scope)).map(({ version }) => version)
    expect(newest).toEqual([3, 1, 1, 1, 1, 1, 1])
  })

  it('is refused on a version that is not the newest, also for one of two at once', async () => {
    const both = await Promise.allSettled([edit('live-demo', 1, {}), edit('live-demo', 1, {})])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(edit('live-demo', 1, {})).rejects.toMatchObject({ code: 'StaleVersion' })
  })

  it('is refused for a rubric that there is not', async () => {
    await expect(edit('charm', 1, {})).rejects.toMatchObject({ code: 'NotFound' })
  })

  const { dimensions } = shippedRubrics['live-demo']
  it.each([
    ['live-demo', { dimensions: dimensions.slice(1) }, 'dimensions'],
    ['live-demo', { dimensions: [...dimensions, dimensions[0]!] }, 'dimensions.5'],
    ['live-demo', { rejectsBelow: 4 }, 'rejectsBelow'],
    ['live-demo', { passes: { median: 3.5, lowest: 4 } }, 'passes.lowest'],
    ['mentor-calibration', { passes: { median: 3.5, lowest: 3 } }, 'passes.median'],
    ['coaching-simulation', { knockOuts: [] }, 'knockOuts'],
    ['internal-coach-calibration', { composition: ['hr head', 'sponsor'] }, 'composition'],
  ] as const)('%s with %j is refused', async (name, more, field) => {
    await expect(edit(name, 1, more)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field, problem: expect.any(String) }],
    })
  })
})

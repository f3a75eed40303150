import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const command = 'packages/local/src/matching/solve-command.ts'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solve-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const write = (content: unknown): string => {
  const path = join(folder, 'instance.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const run = (content: unknown, ...options: string[]) =>
  JSON.parse(execFileSync('npx', ['node', command, write(content), '--json', ...options], { encoding: 'utf8' }))

const two = {
  rows: 2,
  cols: 2,
  capacity: [1, 1],
  edges: [
    [0, 0, 81.5],
    [0, 1, 60],
    [1, 0, 79.25],
  ],
}

describe('solve --json', () => {
  it('prints the plan, its total in the units of the file, and the proof', () => {
    expect(run(two)).toEqual({
      assignment: [1, 0],
      total: 139.25,
      matched: 2,
      optimal: true,
      gap: 0,
      ms: expect.any(Number),
    })
  })

  it('leaves a row out rather than lose by it, unless the number matched comes first', () => {
    const edges = [
      [0, 0, 5],
      [0, 1, -2],
      [1, 0, 4],
    ]
    expect(run({ ...two, edges })).toMatchObject({ assignment: [0, null], total: 5, matched: 1 })
    expect(run({ ...two, edges }, '--objective', 'most-matched')).toMatchObject({
      assignment: [1, 0],
      total: 2,
      matched: 2,
    })
  })

  it('keeps six decimals exact and says when it had to round', () => {
    const exact = run({
      ...two,
      edges: [
        [0, 0, 0.100001],
        [1, 1, 0.200002],
      ],
    })
    expect(exact).toMatchObject({ total: 0.300003, optimal: true })
    expect(exact).not.toHaveProperty('rounded')
    const rounded = run({
      ...two,
      edges: [
        [0, 0, 1 / 3],
        [1, 1, 1e6 / 7],
      ],
    })
    expect(rounded).toMatchObject({ total: 1 / 3 + 1e6 / 7, rounded: { precision: expect.any(Number) } })
  })

  it('takes an empty pool', () => {
    expect(run({ rows: 0, cols: 0, capacity: [], edges: [] })).toMatchObject({
      assignment: [],
      total: 0,
      optimal: true,
    })
    expect(run({ rows: 2, cols: 0, capacity: [], edges: [] })).toMatchObject({ assignment: [null, null], matched: 0 })
  })
})

it('prints a table for people', () => {
  const table = execFileSync('npx', ['node', command, write(two)], { encoding: 'utf8' })
  expect(table).toMatch(/row +col +score\n +0 +1 +60\n +1 +0 +79.25\n\nTotal 139.25, 2 of 2 matched, proven best/)
})

describe('bad input is refused, naming the field', () => {
  it.each<[string, unknown, RegExp]>([
    [
      'an unknown row',
      { ...two, edges: [[2, 0, 1]] },
      /edges\[0\]\[0\]: there is no row 2; rows are numbered from 0 to 1/,
    ],
    ['an unknown col', { ...two, edges: [[0, -1, 1]] }, /edges\[0\]\[1\]: there is no col -1/],
    [
      'NaN',
      '{ "rows": 1, "cols": 1, "capacity": [1], "edges": [[0, 0, NaN]] }',
      /NaN is not a score; leave the edge out/,
    ],
    ['no number', { ...two, edges: [[0, 0, '5']] }, /edges\[0\]\[2\]: must be a finite number/],
    [
      'an infinite score',
      '{ "rows": 1, "cols": 1, "capacity": [1], "edges": [[0, 0, 1e999]] }',
      /must be a finite number/,
    ],
    [
      'a pair twice',
      {
        ...two,
        edges: [
          [0, 0, 1],
          [0, 0, 2],
        ],
      },
      /edges\[1\]: lists row 0 and col 0 again \(first in edges\[0\]\)/,
    ],
    ['a negative capacity', { ...two, capacity: [1, -1] }, /capacity\[1\]: must be a whole number from 0, not -1/],
    ['too few capacities', { ...two, capacity: [1] }, /capacity: must have one entry for each of the 2 cols/],
    ['no rows', { ...two, rows: undefined }, /rows: must be a whole number from 0, missing/],
    ['no edges', { ...two, edges: undefined }, /edges: must be a list of \[row, col, score\], missing/],
    ['a list', [], /must be an object/],
    ['no JSON', '{ "rows": 2', /is not JSON/],
  ])('%s', (_, content, message) => {
    const { status, stdout, stderr } = spawnSync('npx', ['node', command, write(content), '--json'], {
      encoding: 'utf8',
    })
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })

  it('a file that is not there, or an unknown option', () => {
    const missing = spawnSync('npx', ['node', command, 'none.json'], { encoding: 'utf8' })
    expect(missing.stderr).toMatch(/There is no file none.json/)
    expect(missing.status).toBe(1)
    const unknown = spawnSync('npx', ['node', command, write(two), '--objective', 'fair'], { encoding: 'utf8' })
    expect(unknown.stderr).toMatch(/--objective must be best-score or most-matched, not "fair"/)
    expect(unknown.status).toBe(1)
  })
})

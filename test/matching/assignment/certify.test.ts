import { certify } from '@pilotgate/core/matching/assignment/certify'
import type { Instance, Solution } from '@pilotgate/core/matching/assignment/instance'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { expect, it } from 'vitest'

const instance: Instance = {
  rows: 4,
  columns: 3,
  capacity: [1, 2, 1],
  scores: { kind: 'matrix', score: Int32Array.of(50, 40, 10, 60, 20, 30, 70, 65, 5, 80, 10, 75) },
  forbidden: [[0, 2]],
  reserved: [[1, 2]],
}

const altered = (change: (copy: Solution) => unknown): Solution => {
  const found = solve(instance)
  const { row, column, shift } = found.duals
  const copy: Solution = {
    ...found,
    assignment: found.assignment.slice(),
    duals: { row: row.slice(), column: column.slice(), shift },
  }
  change(copy)
  return copy
}

it('accepts the best plan', () => {
  expect(
    certify(
      instance,
      altered(() => {}),
    ),
  ).toEqual({ valid: true, gap: 0, problems: [] })
})

it.each<[string, (copy: Solution) => unknown, RegExp]>([
  ['a better-looking total', (s) => (s.total += 1), /The total is/],
  ['a wrong count', (s) => (s.matched += 1), /number matched/],
  [
    'a row sent away',
    (s) => {
      s.assignment[0] = -1
    },
    /allow \d+ more|total/,
  ],
  ['a column over its capacity', (s) => s.assignment.fill(0), /capacity 1/],
  [
    'a reservation broken',
    (s) => {
      s.assignment[1] = 1
    },
    /reserved/,
  ],
  [
    'a forbidden pair',
    (s) => {
      s.assignment[0] = 2
    },
    /not allowed/,
  ],
  [
    'an unknown column',
    (s) => {
      s.assignment[0] = 7
    },
    /not allowed/,
  ],
  [
    'a price too low',
    (s) => {
      s.duals.column[0]! -= 1
    },
    /worth more|allow/,
  ],
  [
    'a price too high',
    (s) => {
      s.duals.column[0]! += 1
    },
    /allow 1 more/,
  ],
  [
    'a negative price',
    (s) => {
      s.duals.column[1] = -1
    },
    /negative/,
  ],
  [
    'a value too high',
    (s) => {
      s.duals.row[0]! += 3
    },
    /allow 3 more/,
  ],
  [
    'a value too low',
    (s) => {
      s.duals.row[2]! -= 1
    },
    /worth more/,
  ],
  [
    'half a point',
    (s) => {
      s.duals.row[2]! += 0.5
    },
    /whole number/,
  ],
  [
    'a shift where none belongs',
    (s) => {
      s.duals.shift = 5
    },
    /shift must be 0/,
  ],
  [
    'duals of another size',
    (s) => {
      s.duals.column = new Float64Array(2)
    },
    /wrong size/,
  ],
])('refuses %s', (_, change, problem) => {
  const certificate = certify(instance, altered(change))
  expect(certificate.valid).toBe(false)
  expect(certificate.problems.join(' ')).toMatch(problem)
})

it('refuses a shift that does not put the number matched first', () => {
  const most: Instance = { ...instance, objective: 'most-matched' }
  const found = solve(most)
  expect(certify(most, found).valid).toBe(true)
  const small = { ...found, duals: { ...found.duals, shift: 10 } }
  expect(certify(most, small).problems.join()).toMatch(/too small/)
})

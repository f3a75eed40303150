import { readFileSync } from 'node:fs'
import { decimalScale, type Scale, scaled } from '@pilotgate/core/matching/assignment/decimal-scale'
import type { Instance, Objective } from '@pilotgate/core/matching/assignment/instance'

/** What is wrong with the input and what to do about it, for people. */
export class InputError extends Error {}

/** The file's instance with whole scores, its scores as given, and how the one became the other. */
export type Input = { instance: Instance; scores: Float64Array; scale: Scale }

export const readInput = (path: string, objective: Objective): Input => toInput(parse(readText(path), path), objective)

const readText = (path: string): string => {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new InputError(`There is no file ${path}; check the path.`)
    if (code === 'EISDIR') throw new InputError(`${path} is a folder; name a JSON file in it.`)
    throw new InputError(`${path} cannot be read (${code ?? (error as Error).message}).`)
  }
}

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const unknown = /[[,:\s](NaN|-?Infinity)\s*[\],}]/.exec(text)?.[1]
    if (unknown)
      throw new InputError(`${path}: ${unknown} is not a score; leave the edge out, or give a finite number.`)
    throw new InputError(`${path} is not JSON: ${(error as Error).message}.`)
  }
}

const show = (value: unknown): string => (value === undefined ? 'missing' : `not ${JSON.stringify(value).slice(0, 60)}`)

const wrong = (field: string, problem: string): InputError => new InputError(`${field}: ${problem}.`)

const refuse = (field: string, problem: string): never => {
  throw wrong(field, problem)
}

/** Checks the shape only; the engine checks ranges, doubles and capacities. */
const toInput = (json: unknown, objective: Objective): Input => {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    refuse('The input', 'must be an object { "rows", "cols", "capacity", "edges" }')
  const { rows, cols, capacity, edges } = json as Record<string, unknown>
  const size = (field: string, value: unknown): number =>
    Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : refuse(field, `must be a whole number from 0, ${show(value)}`)
  const list = (field: string, value: unknown, entries: string): unknown[] =>
    Array.isArray(value) ? value : refuse(field, `must be a list of ${entries}, ${show(value)}`)

  const count = size('rows', rows)
  const columns = size('cols', cols)
  const places = list('capacity', capacity, 'whole numbers, one for each of the cols')
  if (places.length !== columns)
    refuse('capacity', `must have one entry for each of the ${columns} cols, not ${places.length} entries`)
  places.forEach((value, at) => {
    size(`capacity[${at}]`, value)
  })
  const given = list('edges', edges, '[row, col, score]')
  const row = new Int32Array(given.length)
  const column = new Int32Array(given.length)
  const scores = new Float64Array(given.length)
  for (const [at, edge] of given.entries()) {
    if (!Array.isArray(edge) || edge.length !== 3)
      return refuse(`edges[${at}]`, `must be [row, col, score], ${show(edge)}`)
    row[at] = index(`edges[${at}][0]`, 'row', edge[0], count)
    column[at] = index(`edges[${at}][1]`, 'col', edge[1], columns)
    if (!Number.isFinite(edge[2]))
      refuse(`edges[${at}][2]`, `must be a finite number, ${show(edge[2])}; leave the edge out to forbid the pair`)
    scores[at] = edge[2]
  }
  refuseDoubles(row, column, columns)
  const scale = decimalScale(scores, count)
  const score = scores.map((value) => scaled(value, scale.factor))
  const instance: Instance = {
    rows: count,
    columns,
    capacity: places as number[],
    scores: { kind: 'edges', row, column, score },
    objective,
  }
  return { instance, scores, scale }
}

const index = (field: string, what: 'row' | 'col', value: unknown, limit: number): number => {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < limit) return value as number
  const known = limit > 0 ? `numbered from 0 to ${limit - 1}` : `none, "${what}s" is 0`
  return refuse(field, `there is no ${what} ${JSON.stringify(value)}; ${what}s are ${known}`)
}

const refuseDoubles = (row: Int32Array, column: Int32Array, columns: number): void => {
  const first = new Map<number, number>()
  for (let at = 0; at < row.length; at++) {
    const pair = row[at]! * columns + column[at]!
    const before = first.get(pair)
    if (before !== undefined)
      refuse(
        `edges[${at}]`,
        `lists row ${row[at]} and col ${column[at]} again (first in edges[${before}]); keep one of the two`,
      )
    first.set(pair, at)
  }
}

import { describe, expect, it } from 'vitest'
import { type RosterRow, readRoster } from '../../packages/console/src/program/roster-file.ts'
import { addUp, correctedRows, partsOf, sendRoster } from '../../packages/console/src/program/roster-parts.ts'

const roster = (lines: [name: string, manager?: string][]): RosterRow[] =>
  readRoster(
    [
      'email,name,roles,zone,manager_email',
      ...lines.map(([name, manager = '']) => `${name}@x.org,${name},coach,UTC,${manager && `${manager}@x.org`}`),
    ].join('\n'),
  ).rows
const names = (rows: readonly RosterRow[]) => rows.map(({ texts }) => texts.name)
const taken = { added: 0, changed: 0, unchanged: 0, problems: [] }
const many = (count: number) => roster(Array.from({ length: count }, (_, index) => [`p${index}`]))

describe('a roster sent in parts', () => {
  it('brings managers no later than those whom they manage', () => {
    const rows = roster([['c', 'b'], ['b', 'a'], ['d'], ['a']])
    expect(partsOf(rows, 2).map(names)).toEqual([
      ['d', 'a'],
      ['b', 'c'],
    ])
  })

  it('comes to an end where people manage each other', () => {
    const parts = partsOf(
      roster([
        ['a', 'b'],
        ['b', 'a'],
        ['c', 'c'],
      ]),
      2,
    )
    expect(parts.flatMap(names).sort()).toEqual(['a', 'b', 'c'])
  })

  it('adds up what the parts came to and tells how far it is', async () => {
    const told: number[] = []
    const sizes: number[] = []
    const send = async (csv: string) => {
      const size = csv.trimEnd().split('\n').length - 1
      sizes.push(size)
      return { ...taken, added: size - 1, unchanged: 1 }
    }
    const result = await sendRoster(many(450), send, (through) => told.push(through))
    expect(sizes).toEqual([200, 200, 50])
    expect(told).toEqual([200, 400, 450])
    expect(result).toEqual({ added: 447, changed: 0, unchanged: 3, problems: [], left: [] })
  })

  it('places problems at the lines of the file, not of the part', async () => {
    const send = async (csv: string) =>
      csv.includes('p299@') ? { ...taken, problems: [{ row: 101, field: 'email', problem: 'Wrong.' }] } : taken
    const { problems } = await sendRoster(many(300), send)
    expect(problems.map(({ row, field }) => [row.line, row.texts.name, field])).toEqual([[301, 'p299', 'email']])
  })

  it('keeps what is left when a part fails, and nothing of what went through', async () => {
    let sent = 0
    const send = async () => {
      sent += 1
      if (sent === 2) throw new Error('Gone.')
      return { ...taken, added: 200 }
    }
    const { added, left, failure } = await sendRoster(many(450), send)
    expect(added).toBe(200)
    expect(left).toHaveLength(250)
    expect(left[0]!.texts.name).toBe('p200')
    expect(failure?.message).toBe('Gone.')
  })

  it('sends a corrected row once, with all that was put right in it', () => {
    const [row, other] = roster([['a'], ['b']])
    const problems = [
      { row: row!, field: 'email' as const, problem: 'No.' },
      { row: row!, field: 'zone' as const, problem: 'No.' },
      { row: other!, field: 'zone' as const, problem: 'No.' },
    ]
    const rows = correctedRows(problems, { '2.email': 'new@x.org', '2.zone': 'Europe/Berlin' })
    expect(rows.map(({ texts }) => [texts.email, texts.zone])).toEqual([
      ['new@x.org', 'Europe/Berlin'],
      ['b@x.org', 'UTC'],
    ])
  })

  it('forgets nothing that is left when corrected rows are sent in between', async () => {
    const rows = many(3)
    const [wrong, right, unsent] = rows as [RosterRow, RosterRow, RosterRow]
    const problem = { row: wrong, field: 'email' as const, problem: 'No.' }
    const before = { ...taken, added: 1, problems: [problem], left: [right, unsent], failure: new Error('Gone.') }
    const after = addUp(before, [wrong], { ...taken, added: 1, left: [] })
    expect(after).toMatchObject({ added: 2, problems: [], left: [right, unsent], failure: { message: 'Gone.' } })
    const end = addUp(after, after.left, { ...taken, added: 2, left: [] })
    expect(end).toEqual({ added: 4, changed: 0, unchanged: 0, problems: [], left: [] })
  })
})

import { parseRoster } from '@pilotgate/core/intake/roster'
import { describe, expect, it } from 'vitest'
import { exampleRoster, readRoster, rolesIn, rosterCsv } from '../../packages/console/src/program/roster-file.ts'

describe('a roster in the console', () => {
  it('is read with commas, with semicolons and as pasted from a spreadsheet', () => {
    for (const mark of [',', ';', '\t']) {
      const text = [
        ['Email', 'Name', 'Roles', 'Zone', 'Manager email', 'team'],
        ['mira@example.com', '"Mira, Okafor; M."', 'participant', 'Europe/Berlin', 'jonas@example.com', 'A'],
      ]
      const { rows, ignored, problem } = readRoster(`\uFEFF${text.map((cells) => cells.join(mark)).join('\r\n')}\r\n`)
      expect(problem).toBeUndefined()
      expect(ignored).toEqual(['team'])
      expect(rows).toEqual([
        {
          line: 2,
          texts: {
            email: 'mira@example.com',
            name: 'Mira, Okafor; M.',
            roles: 'participant',
            zone: 'Europe/Berlin',
            manager_email: 'jonas@example.com',
            places: '',
            learner_kind: '',
          },
        },
      ])
    }
  })

  it('says which columns are missing, and when there is nobody in it', () => {
    expect(readRoster('email,name\na@example.com,A').problem).toContain('Missing: roles, zone.')
    expect(readRoster('email,name,roles,zone\n,,,\n').problem).toContain('no people')
    expect(readRoster('email,name,roles,zone\n"a@example.com,A,coach,UTC').problem).toContain('not readable as CSV')
    expect(readRoster(' \n')).toEqual({ rows: [], ignored: [] })
  })

  it('keeps the line of each row, past empty lines and texts of two lines', () => {
    const text = 'email,name,roles,zone\n\na@example.com,"A\nB",coach,UTC\nc@example.com,C,Coach ; mentor,UTC\n'
    const { rows } = readRoster(text)
    expect(rows.map(({ line, texts }) => [line, texts.name])).toEqual([
      [4, 'A B'],
      [5, 'C'],
    ])
    expect(rolesIn(rows[1]!)).toEqual(['coach', 'mentor'])
  })

  it('is sent as the API reads it, one line for each row, quotes and all', () => {
    const { rows } = readRoster('email,name,roles,zone\na@example.com,"Ann ""Al"" Oy, Dr.\nPhD",coach,UTC\n')
    const csv = rosterCsv(rows)
    expect(csv.trimEnd().split('\n')).toHaveLength(2)
    expect(parseRoster(csv).rows).toMatchObject([{ row: 2, name: 'Ann "Al" Oy, Dr. PhD', roles: ['coach'] }])
  })

  it('has an example that the API takes as it stands', () => {
    expect(parseRoster(exampleRoster).problems).toEqual([])
  })
})

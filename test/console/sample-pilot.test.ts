import { readFileSync } from 'node:fs'
import { parseRoster } from '@pilotgate/core/intake/roster'
import { roles } from '@pilotgate/core/program/roles'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, it } from 'vitest'
import { sampleRoster } from '../../packages/console/src/program/create-sample.ts'
import { roleList } from '../../packages/console/src/program/role-words.ts'
import { rolesIn, rosterCsv } from '../../packages/console/src/program/roster-file.ts'
import { countRoles, mergePeople, needsOf } from '../../packages/console/src/program/roster-needs.ts'

const people = readFileSync(
  new URL('../../packages/console/src/program/create-sample-roster.csv', import.meta.url),
  'utf8',
)
const owner = { email: 'owner@firm.org', name: 'Olga Owner', zone: 'Asia/Kolkata' }
const rows = sampleRoster(people, owner, 'Europe/Berlin')
const someone = (list: typeof rows) => list.map((row) => ({ email: row.texts.email, roles: rolesIn(row) }))

describe('the sample pilot', () => {
  it('has everyone a start of the 24-week pilot needs', () => {
    expect(needsOf(leadershipPilot24w, someone(rows))).toEqual({ roles: [], committee: undefined, cohort: undefined })
  })

  it('would lack what its owner stands in for, legal among it', () => {
    const { roles } = needsOf(leadershipPilot24w, someone(rows.slice(0, -1)))
    expect(roles.map(({ role }) => role)).toContain('legal')
  })

  it('has a roster that the API takes, with nobody real but the owner, who keeps name and zone', () => {
    const { rows: read, problems } = parseRoster(rosterCsv(rows))
    expect(problems).toEqual([])
    const others = read.filter(({ email }) => email !== owner.email)
    expect(others.length).toBe(read.length - 1)
    for (const { email, name, zone } of others) {
      expect(email).toMatch(/@example\.com$/)
      expect(name).toMatch(/ \(sample\)$/)
      expect(zone).toBe('Europe/Berlin')
    }
    expect(read.at(-1)).toMatchObject({ name: 'Olga Owner', zone: 'Asia/Kolkata' })
    expect(read.at(-1)!.roles).toContain('legal')
  })
})

describe('what a roster lacks for a start', () => {
  it('names roles with their gates, the committee and the cohort', () => {
    const needs = needsOf(leadershipPilot24w, [{ email: 'a@x.org', roles: ['program owner', 'participant'] }])
    expect(needs.roles.find(({ role }) => role === 'legal')).toEqual({ role: 'legal', gates: ['W01'] })
    expect(needs.committee).toMatchObject({ members: 1, quorum: 3 })
    expect(needs.cohort).toEqual({ participants: 1, minimum: 20 })
  })

  it('counts people once for each role and finds words that are none', () => {
    const { counts, unknown } = countRoles([
      { email: 'a', roles: ['coach', 'coach', 'mentor'] },
      { email: 'b', roles: ['coach', 'guru'] },
    ])
    expect(counts).toEqual([
      { role: 'coach', count: 2 },
      { role: 'mentor', count: 1 },
    ])
    expect(unknown).toEqual(['guru'])
  })

  it('takes the roles of one address together, in any letter case', () => {
    expect(
      mergePeople([
        { email: 'A@x.org', roles: ['coach'] },
        { email: 'a@x.org', roles: ['mentor', 'coach'] },
      ]),
    ).toEqual([{ email: 'a@x.org', roles: ['coach', 'mentor'] }])
  })

  it('knows every role', () => {
    expect(roleList.map(([role]) => role)).toEqual([...roles])
  })
})

import { readFileSync } from 'node:fs'
import { parseRoster, type RosterRow } from '@pilotgate/core/intake/roster'
import { type ProviderRow, parseProviders } from '@pilotgate/core/matching/review/provider-rows'
import type { Person } from '../sign-in/people.ts'

/** The organisation of everyone who signs in to a local run. */
const sampleTenant = 'nordlicht'

/** The roster of a made-up company: 30 leaders, 8 coaches, 12 mentors, their managers, and the people who run the program. */
const wholeRoster = (): string => readFileSync(new URL('./sample-company.csv', import.meta.url), 'utf8')

/** The roster as CSV. @param leaders how many of the 30 take part; the others are left out */
export const sampleRoster = (leaders = Number.POSITIVE_INFINITY): string => {
  const others = sampleLeaders().slice(leaders)
  return wholeRoster()
    .split('\n')
    .filter((line) => !others.some(({ email }) => line.includes(email)))
    .join('\n')
}

export const sampleLeaders = (): RosterRow[] => sampleRows().filter(({ roles }) => roles.includes('participant'))

/** What matching knows of the coaches and mentors of that company. One of them, Hanna Haas, suits nearly everyone and has one place. */
export const sampleProviders = (): string => readFileSync(new URL('./sample-providers.csv', import.meta.url), 'utf8')

let rows: readonly RosterRow[] | undefined

export const sampleRows = (): readonly RosterRow[] => {
  rows ??= parseRoster(wholeRoster()).rows
  return rows
}

let providers: readonly ProviderRow[] | undefined

export const sampleProviderRows = (): readonly ProviderRow[] => {
  providers ??= parseProviders(sampleProviders()).rows
  return providers
}

/** Whom one may sign in as. The program owner may also create programs. */
export const samplePeople = async (): Promise<Person[]> =>
  sampleRows().map(({ email, name, roles }) => ({
    email,
    name,
    tenant: sampleTenant,
    roles: roles.filter((role) => role === 'program owner'),
    title: roles.join(', '),
  }))

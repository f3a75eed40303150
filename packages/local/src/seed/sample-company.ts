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

const allProviders = (): string => readFileSync(new URL('./sample-providers.csv', import.meta.url), 'utf8')

/**
 * What matching knows of the coaches and mentors of that company, as CSV. One of them, Hanna Haas, suits nearly everyone and has one
 * place. @param many how many of the 20 offer themselves, drawn evenly from both services
 */
export const sampleProviders = (many = Number.POSITIVE_INFINITY): string => {
  const [head, ...lines] = allProviders().trimEnd().split('\n')
  const share = Math.min(many / lines.length, 1)
  return [head, ...lines.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share)), ''].join(
    '\n',
  )
}

let rows: readonly RosterRow[] | undefined

export const sampleRows = (): readonly RosterRow[] => {
  rows ??= parseRoster(wholeRoster()).rows
  return rows
}

let providers: readonly ProviderRow[] | undefined

export const sampleProviderRows = (): readonly ProviderRow[] => {
  providers ??= parseProviders(allProviders()).rows
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

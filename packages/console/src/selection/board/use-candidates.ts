import { useRead, useRows } from '../../api/queries.ts'
import type { Option } from '../../form/schema.ts'
import { useProgram } from '../../program/use-program.tsx'
import type { Line, Service } from '../words.ts'

/**
 * Whom one may nominate for a service: people of the roster, or, for leads who may not read it, those with a profile; without
 * those who are on the way or have passed. `undefined` until they are known.
 */
export const useCandidates = (service: Service, lines: Line[], enabled: boolean): Option[] | undefined => {
  const { programId, may } = useProgram()
  const path = { programId }
  const roster = may('read people')
  const people = useRows('listPeople', { path }, { enabled: enabled && roster })
  const profiles = useRows('listProviders', { path }, { enabled: enabled && !roster && may('read providers') })
  const credentials = useRead('listCredentials', { path }, { enabled: enabled && may('read credentials') })
  const out = new Set([
    ...lines.filter(({ status }) => status === 'open').map(({ personId }) => personId),
    ...(credentials.data?.items ?? [])
      .filter((each) => each.service === service && each.status === 'valid')
      .map(({ personId }) => personId),
  ])
  const known = roster
    ? people.rows?.filter(({ roles, status }) => roles.includes(service) && status === 'active')
    : profiles.rows?.filter((profile) => profile.service === service)
  return known
    ?.filter(({ personId }) => !out.has(personId))
    .map(({ personId, name }) => ({ value: personId, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

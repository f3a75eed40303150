import { useRead, useRows } from '../api/queries.ts'
import { useNames } from '../program/use-names.ts'
import { useProgram } from '../program/use-program.tsx'

/**
 * Names of people by id, from all that the person signed in may read: the roster, credentials, profiles. Leads and supervisors do
 * not read the roster. Who is in none of these is "somebody", as an id says nothing.
 */
export const useSelectionNames = (ids: (string | undefined)[]): ((id: string) => string) => {
  const { programId, part, may } = useProgram()
  const path = { programId }
  const byRoster = useNames(ids)
  const roster = may('read people')
  const credentials = useRead('listCredentials', { path }, { enabled: !roster && may('read credentials') })
  const profiles = useRows('listProviders', { path }, { enabled: !roster && may('read providers') })
  const known = [...(credentials.data?.items ?? []), ...(profiles.rows ?? []), part]
  const names = new Map(known.map(({ personId, name }) => [personId, name]))
  return (id) => {
    const name = names.get(id) ?? byRoster(id)
    return name === id && !roster ? 'somebody of the organisation' : name
  }
}

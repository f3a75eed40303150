import type { Rows } from '../api/queries.ts'
import { useRows } from '../api/queries.ts'
import { useProgram } from '../program/use-program.tsx'
import { useMatches } from './use-matches.ts'
import type { Match, Provider } from './words.ts'

const pilotgate = 'pilotgate'

/** All coaches and mentors with a profile in the program. */
export const useProviders = (enabled = true): Rows<Provider> => {
  const { programId, may } = useProgram()
  return useRows(
    'listProviders',
    { path: { programId }, query: { limit: 100 } },
    { enabled: enabled && may('read providers') },
  )
}

/** Names that a match brings along, by person id: for those who may read matches but not the list of people. */
export const namesIn =
  (match: Match): ((id: string) => string) =>
  (id) =>
    id === pilotgate ? 'Pilotgate' : (match.names[id] ?? '(removed)')

/** Names of everyone in the matches of the program and of all coaches and mentors, by person id. */
export const useMatchingNames = (): ((id: string) => string) => {
  const matches = useMatches().rows ?? []
  const providers = useProviders().rows ?? []
  const names = new Map([
    ...matches.flatMap((match): [string, string][] => [
      ...Object.entries(match.names),
      [match.participantId, match.participantName],
      [match.providerId, match.providerName],
    ]),
    ...providers.map(({ personId, name }): [string, string] => [personId, name]),
    [pilotgate, 'Pilotgate'],
  ])
  return (id) => names.get(id) ?? id
}

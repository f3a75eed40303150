import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { type RowOf, useRead } from '../api/queries.ts'
import { useParts } from './use-parts.ts'

type Roster = RowOf<'listPeople'>[]

const readRoster = async (programId: string): Promise<Roster> => {
  const people: Roster = []
  let cursor: string | undefined
  do {
    const page = await call('listPeople', { path: { programId }, query: { limit: 1000, ...(cursor && { cursor }) } })
    people.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return people
}

const namesOf = (rosters: UseQueryResult<Roster>[]): Map<string, string> =>
  new Map(
    rosters
      .flatMap(({ data }) => data ?? [])
      .flatMap(({ personId, email, name }) => [
        [personId, name],
        [email.toLowerCase(), name],
      ]),
  )

/**
 * Names by person id, and by e-mail address, which says who somebody is beyond programs. They are from the rosters of the programs one
 * has a part in, where one may read them.
 */
export const useRosterNames = (): Map<string, string> => {
  const parts = useParts(useRead('listPrograms', {}).data?.items ?? [])
  const readable = [...parts].filter(([, part]) => part?.may.includes('read people')).map(([programId]) => programId)
  return useQueries({
    queries: readable.map((programId) => ({
      queryKey: ['listPeople', 'whole roster', programId],
      queryFn: () => readRoster(programId),
    })),
    combine: namesOf,
  })
}

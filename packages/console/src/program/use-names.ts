import { useRead } from '../api/queries.ts'
import { useProgram } from './use-program.tsx'

/** Who acts without being a person: the platform and its checks. */
const pilotgate = new Set(['pilotgate', 'gate check', 'weekly gate check'])

/** Names of people by id, for at most 100 of them; ids whose names one may not read, or that are nobody's, stay ids. */
export const useNames = (ids: (string | undefined)[]): ((id: string) => string) => {
  const { programId, may } = useProgram()
  const wanted = [...new Set(ids.filter((id) => id !== undefined && !pilotgate.has(id)))].sort().slice(0, 100)
  const people = useRead(
    'listPeople',
    { path: { programId }, query: { ids: wanted.join(',') } },
    { enabled: wanted.length > 0 && may('read people') },
  )
  const names = new Map(people.data?.items.map(({ personId, name }) => [personId, name]))
  return (id) => (pilotgate.has(id) ? 'Pilotgate' : (names.get(id) ?? (people.isLoading ? '…' : id)))
}

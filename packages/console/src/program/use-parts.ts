import { useQueries } from '@tanstack/react-query'
import { type Answer, call } from '../api/client.ts'

const most = 50

/** One's part in each program, by its id, for at most 50 of them; nothing yet of those that are on their way. */
export const useParts = (programs: readonly { programId: string }[]): Map<string, Answer<'readMyPart'> | undefined> => {
  const read = programs.slice(0, most).map(({ programId }) => ({ path: { programId } }))
  const parts = useQueries({
    queries: read.map((input) => ({ queryKey: ['readMyPart', input], queryFn: () => call('readMyPart', input) })),
  })
  return new Map(read.map(({ path }, index) => [path.programId, parts[index]?.data]))
}

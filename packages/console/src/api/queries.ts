import type { RouteName } from '@pilotgate/contracts/routes'
import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type Answer, call, type Input, Refused } from './client.ts'

/** What was refused stays refused; what could not be reached is tried again. */
const worthAnotherTry = (count: number, error: Error): boolean =>
  count < 2 && (!(error instanceof Refused) || error.status === 0 || error.status >= 500)

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 5_000 }, mutations: { retry: worthAnotherTry } },
})

type ReadOptions = {
  /** `false`: wait with reading until something else is known. */
  enabled?: boolean
  /** Reads again every so many seconds while the page is looked at. */
  everySeconds?: number
}

/** Reads a route: `data`, `error` (Refused), `isPending`. Read again after every change that this page makes. */
export const useRead = <N extends RouteName>(name: N, input: Input<N>, { enabled, everySeconds }: ReadOptions = {}) =>
  useQuery<Answer<N>, Refused>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(everySeconds && { refetchInterval: everySeconds * 1000 }),
  })

/** Routes that answer in pages. */
export type ListName = {
  [N in RouteName]: Answer<N> extends { items: unknown[]; cursor?: string | undefined }
    ? 'cursor' extends keyof Answer<N>
      ? N
      : never
    : never
}[RouteName]
export type RowOf<N extends RouteName> = Answer<N> extends { items: (infer Row)[] } ? Row : never

/** Rows of a list, as they come in: `complete` is false while there are more. `older` reads on where a list has stopped before its end. */
export type Rows<Row> = {
  rows: Row[] | undefined
  complete: boolean
  error: Refused | null
  again: () => void
  older?: () => void
}

/** For `useRows` of logs that may be long: their newest rows, and older ones as they are asked for. */
export const newest = { atATime: 200 }

/**
 * Reads a list page after page until its end; the first page can be shown meanwhile.
 * @param options `atATime`: rows after which it stops until it is asked for older ones, for logs that come newest first
 */
export const useRows = <N extends ListName>(
  name: N,
  input: Input<N>,
  { enabled, everySeconds, atATime = Number.POSITIVE_INFINITY }: ReadOptions & { atATime?: number } = {},
): Rows<RowOf<N>> => {
  const [wanted, setWanted] = useState(atATime)
  const list = useInfiniteQuery({
    queryKey: [name, 'all', input],
    queryFn: ({ pageParam }) =>
      call(name, { ...input, query: { ...input.query, ...(pageParam && { cursor: pageParam }) } } as Input<N>),
    initialPageParam: '',
    getNextPageParam: (page) => (page as { cursor?: string }).cursor,
    enabled,
    ...(everySeconds && { refetchInterval: everySeconds * 1000 }),
  })
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage, refetch } = list
  // The same rows as long as nothing new was read: lists need not sort and search them anew.
  const rows = useMemo(() => data?.pages.flatMap((page) => (page as unknown as { items: RowOf<N>[] }).items), [data])
  const goesOn = hasNextPage && (rows?.length ?? 0) < wanted
  useEffect(() => {
    if (goesOn && !isFetchingNextPage && !isError) fetchNextPage()
  }, [goesOn, isFetchingNextPage, isError, fetchNextPage])
  return {
    rows,
    complete: !list.isPending && !hasNextPage,
    error: list.error as Refused | null,
    again: () => void refetch(),
    older: hasNextPage && !goesOn ? () => setWanted((rows?.length ?? 0) + atATime) : undefined,
  }
}

/** A list that answers all at once, in the shape of `useRows`. */
export const allAtOnce = <Row>(query: {
  data?: { items: Row[] } | undefined
  error: Refused | null
  refetch: () => unknown
}): Rows<Row> => ({
  rows: query.data?.items,
  complete: query.data !== undefined,
  error: query.error,
  again: () => void query.refetch(),
})

/**
 * Changes something: `mutate(input)` or `await mutateAsync(input)`; `isPending`, `error`. A request that gets lost is sent again
 * under the same key, so it does its work once. Afterwards everything shown is read again.
 */
export const useAct = <N extends RouteName>(name: N) => {
  const client = useQueryClient()
  return useMutation<Answer<N>, Refused, Input<N>>({
    mutationFn: keyed((input: Input<N>, key) => call(name, input, key)),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Gives each input one key, however often it is tried. */
const keyed = <I extends object, O>(work: (input: I, key: string) => Promise<O>) => {
  const keys = new WeakMap<I, string>()
  return (input: I): Promise<O> => {
    const key = keys.get(input) ?? crypto.randomUUID()
    keys.set(input, key)
    return work(input, key)
  }
}

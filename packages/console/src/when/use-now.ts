import { useRead } from '../api/queries.ts'

/** The platform's time, an ISO instant, to the half minute; the browser's own until it is known. */
export const useNow = (): string => useRead('health', {}, { everySeconds: 30 }).data?.now ?? new Date().toISOString()

/** Writes one JSON line. Ids only: no names, addresses, notes or tokens (security, reliability page). */
export const log = (
  level: 'INFO' | 'WARN' | 'ERROR',
  message: string,
  ids: Record<string, string | number | undefined> = {},
): void => {
  console.log(JSON.stringify({ level, message, ...ids }))
}

import { config } from '@pilotgate/aws/config'

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const
type Level = (typeof levels)[number]

/** Writes one JSON line, from the configured level up. Ids only: no names, addresses, notes or tokens (reliability page). */
export const log = (level: Level, message: string, ids: Record<string, string | number | undefined> = {}): void => {
  if (levels.indexOf(level) < levels.indexOf(config().LOG_LEVEL)) return
  console.error(JSON.stringify({ level, message, ...ids }))
}

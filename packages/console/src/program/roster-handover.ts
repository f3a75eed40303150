import type { RosterRow } from './roster-file.ts'

let waiting: { programId: string; rows: RosterRow[] } | undefined

/** Keeps a roster for the import page of a program that was just created; in memory only, as it holds people's data. */
export const handOver = (programId: string, rows: RosterRow[]): void => {
  waiting = { programId, rows }
}

/** The roster that waits for a program, if any. */
export const rosterFor = (programId: string): RosterRow[] | undefined =>
  waiting?.programId === programId ? waiting.rows : undefined

export const forgetRoster = (): void => {
  waiting = undefined
}

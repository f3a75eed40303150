import { openDatabase } from './database.ts'
import { type HistoryStore, historyStore } from './history-store.ts'
import { type MachineStore, machineStore } from './machine-store.ts'

/** Everything the engine keeps, in one SQLite file. */
export interface StateStore {
  machines: MachineStore
  executions: HistoryStore
  close(): void
}

/** Opens the store at `file` (`:memory:` keeps nothing). Throws when the file comes from a newer version. */
export function openStateStore(file: string): StateStore {
  const database = openDatabase(file)
  return { machines: machineStore(database), executions: historyStore(database), close: database.close }
}

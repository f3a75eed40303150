import { type RowOf, useRows } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'

export type SelectionTask = RowOf<'listTasks'> & { selection: NonNullable<RowOf<'listTasks'>['selection']> }

/** The open tasks of candidacies that the person signed in may see, soonest due first; empty until they are known. */
export const useSelectionTasks = (enabled: boolean): SelectionTask[] => {
  const { programId } = useProgram()
  const input = { path: { programId }, query: { status: 'open' as const, limit: 100 } }
  const tasks = useRows('listTasks', input, { enabled, everySeconds: 30 })
  return (tasks.rows ?? [])
    .filter((task): task is SelectionTask => task.selection !== undefined)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

/** Whom a task waits for, in words: `Check the application (coach lead)`. */
export const taskWords = ({ title, role }: SelectionTask): string => `${title} (${role})`

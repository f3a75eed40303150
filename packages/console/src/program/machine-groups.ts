import type { Execution, StateProgress, StateStatus } from './machine-status.ts'

type State = Execution['states'][number]

/** States drawn together: a week with its gate, or what a machine has once. `id` is `week-6`, `begin`, `end`, `halt`. */
export type Group = { id: string; title: string; gate?: string; states: State[] }

const week = /\bweek (\d+)\b/
const gate = /\b([A-Z]\d{2,3})\b/

/**
 * The states of a schedule by week, in the order of the machine. A week and its gate are told from the names of the states, and
 * belong together where a state that names one leads to a state that names the other.
 */
export const groupStates = (states: State[]): Group[] => {
  const weekOfGate = new Map(
    states.flatMap(({ name, next }) => {
      const number = week.exec(name)?.[1]
      const led = next.flatMap((each) => (week.test(each) ? [] : (gate.exec(each)?.[1] ?? [])))
      return number && led[0] ? [[led[0], number] as const] : []
    }),
  )
  const groups = new Map<string, Group>()
  const firstWeek = states.findIndex(({ name }) => week.test(name))
  states.forEach((state, index) => {
    const named = gate.exec(state.name)?.[1]
    const number = week.exec(state.name)?.[1] ?? (named && weekOfGate.get(named))
    const id = number ? `week-${number}` : index < firstWeek ? 'begin' : ending(state.name) ? 'end' : 'halt'
    const group = groups.get(id) ?? { id, title: number ? `Week ${number}` : titles[id]!, states: [] }
    groups.set(id, { ...group, gate: group.gate ?? named, states: [...group.states, state] })
  })
  return [
    ...order(groups, 'begin'),
    ...[...groups.values()].filter(({ id }) => id.startsWith('week')),
    ...order(groups, 'end', 'halt'),
  ]
}

const titles: Record<string, string> = { begin: 'Begin', end: 'Completion', halt: 'Pause, stop and hand-over' }
const ending = (name: string): boolean => /complete/i.test(name)
const order = (groups: Map<string, Group>, ...ids: string[]): Group[] => ids.flatMap((id) => groups.get(id) ?? [])

/** The status of a group as a whole: what needs a look first, then what runs, then whether it was passed through. */
export const statusOf = (group: Group, progress: Map<string, StateProgress>): StateStatus => {
  const statuses = new Set(group.states.map(({ name }) => progress.get(name)?.status ?? 'not reached'))
  const first = (['failed', 'stopped', 'running'] as const).find((status) => statuses.has(status))
  return first ?? (statuses.has('done') || statuses.has('caught') ? 'done' : 'not reached')
}

/** The page with the rows that the states of a group wrote or wait for: its gate with tasks, mails and decisions. */
export const rowsPage = (programId: string, gate: string | undefined): string =>
  gate ? `/programs/${programId}/gates/${gate}` : `/programs/${programId}`

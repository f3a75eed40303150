/** What the fake HR system knows of an employee on a day. Dates are local dates, `YYYY-MM-DD`. */
export type EmployeeState = {
  email: string
  firstName: string
  lastName: string
  title: string
  department: string
  /** The manager's number here; `null` at the top. */
  managerId: number | null
  /** IANA zone */
  zone: string
  hiredOn: string
  /** The last day of employment. */
  endsOn: string | null
  /** What somebody set by hand, such as garden leave; `null`: it follows from the dates. */
  status: 'active' | 'pending' | 'left' | null
}

/** Something set, and from which day it holds. */
export type EmployeeChange = { effectiveOn: string; saidAt: number; set: Partial<EmployeeState> }

/** An employee with all that was ever set, in the order in which it was said; the first of them says everything. */
export type Employee = { id: number; changes: EmployeeChange[] }

/** Dates of employment are facts about the future: they are known from the moment they are said. */
const knownAtOnce = new Set<keyof EmployeeState>(['hiredOn', 'endsOn'])

/** What holds on a day: later dates win, then what was said later. */
export const stateOn = ({ changes }: Employee, day: string): EmployeeState => {
  const state: Partial<EmployeeState> = {}
  for (const { effectiveOn, set } of changes.toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn))) {
    const holds = effectiveOn <= day || changes[0]!.effectiveOn === effectiveOn
    Object.assign(state, holds ? set : only(set, knownAtOnce))
  }
  return state as EmployeeState
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const only = (set: Partial<EmployeeState>, names: Set<keyof EmployeeState>) =>
  Object.fromEntries(Object.entries(set).filter(([name]) => names.has(name as keyof EmployeeState)))

/** Whether somebody works here on a day: the last day of employment still counts. */
export const statusOn = (state: EmployeeState, day: string): 'active' | 'pending' | 'left' => {
  if (state.status) return state.status
  if (state.hiredOn > day) return 'pending'
  return state.endsOn !== null && state.endsOn < day ? 'left' : 'active'
}

/** The day of a moment, in UTC: the zone in which this HR system lives. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** When what holds from a day on is told: HR systems work through their dates at night. Epoch milliseconds. */
export const beginOf = (day: string): number => Date.parse(`${day}T05:00:00Z`)

export const dayAfter = (day: string): string => dayOf(Date.parse(`${day}T00:00:00Z`) + 86_400_000)

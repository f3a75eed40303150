import type { Condition, Criterion } from '../criterion.ts'
import type { FactName } from '../facts.ts'
import type { Role } from '../roles.ts'
import { steeringRoles } from '../roles.ts'
import type { Ask, Gate, ProgramTemplate } from '../template.ts'

/** Asks the first person in the role who answers. */
export const one = (of: Role, fact: FactName, question: string): Ask => ({ fact, of, from: 'one', question })
/** Asks each person in the role. */
export const each = (of: Role, fact: FactName, question: string): Ask => ({ fact, of, from: 'each', question })

export const isYes = (fact: FactName): Condition => ({ rule: 'is-yes', fact })
export const improves = (fact: FactName): Condition => ({ rule: 'improves', fact })
export const atLeast = (fact: FactName, threshold: number): Condition => ({ rule: 'at-least', fact, threshold })
export const moreThan = (fact: FactName, threshold: number): Condition => ({ rule: 'more-than', fact, threshold })
export const lessThan = (fact: FactName, threshold: number): Condition => ({ rule: 'less-than', fact, threshold })
export const atMost = (fact: FactName, threshold: number): Condition => ({ rule: 'at-most', fact, threshold })
/** All of them, or there was nothing to do. */
export const allOrNone = (fact: FactName): Condition => ({ rule: 'at-least', fact, threshold: 1, whenNone: 'pass' })

export const when = (words: string, ...all: Condition[]): Criterion => ({ words, all })

type Week = Pick<Gate, 'work' | 'responsible' | 'asks' | 'collects'> & { passes: Criterion }

/** A gate that opens the next week by itself on pass. Its week is the number in its id: W06 is week 6. */
export const ruleGate = (gate: string, title: string, { passes, ...week }: Week): Gate => ({
  gate,
  week: Number(gate.slice(1)),
  title,
  ...week,
  criterion: passes,
  decides: 'rule',
  choices: [],
  scaleDecision: false,
})

/** A gate that always needs the steering committee; the criterion tells the committee how the numbers came out. */
export const steeringGate = (
  gate: string,
  title: string,
  { choices, scaleDecision = false, ...week }: Week & { choices: Gate['choices']; scaleDecision?: boolean },
): Gate => ({ ...ruleGate(gate, title, week), decides: 'steering', choices, scaleDecision })

/** The shipped defaults every template starts from (domain §1, §7): quorum 3 of 5, Monday 09:00 to Friday 16:00, 3 × 3 days. */
export const defaults = {
  steering: { committee: [...steeringRoles], quorum: 3 },
  hours: { opens: '09:00', checks: '16:00' },
  patience: { days: 3, reminders: 3 },
} satisfies Partial<ProgramTemplate>

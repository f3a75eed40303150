import { calendarDay, moment } from '../../when/when.ts'
import { afterInWords } from '../decide/choice-words.ts'
import type { Gate } from './gate.ts'

/** What a gate waits for, or what came of it, as one sentence. */
export const whatNext = (gate: Gate, zone: string): string => {
  const decided = gate.decisions.at(-1)
  switch (gate.status) {
    case 'planned':
      return `Opens when the gates before it are closed, not before ${moment(gate.opensAt, zone)}.`
    case 'open':
      return `The week is under way. The facts are checked on ${moment(gate.checksAt, zone)}.`
    case 'rechecking':
      return decided?.recheckOn
        ? `The facts are checked again on ${calendarDay(decided.recheckOn)}. Until then the program stays at this gate.`
        : `The facts are checked again on ${moment(gate.checksAt, zone)}.`
    case 'awaiting owner':
      return 'The check did not pass by itself. The program owner decides how the program goes on.'
    case 'awaiting steering':
      return 'The steering committee votes; once the quorum has voted, its decision is recorded here.'
    case 'closed':
      if (!decided) return 'The gate is closed.'
      return afterInWords(decided.choice)
  }
}

import type { FieldProblem } from '../errors.ts'
import { findFact } from './facts.ts'
import type { Ask, Gate, ProgramTemplate } from './template.ts'

/** Each ask must fit its fact, and each fact be asked of one role only. */
export function checkAsks({ asks }: Gate, field: string): FieldProblem[] {
  return asks.flatMap((ask, index) => {
    const problem = problemOfAsk(ask)
    if (problem) return [{ field: `${field}.${index}.${problem.of}`, problem: problem.words }]
    // One ask for one fact keeps it plain whose answers make it up.
    if (asks.slice(0, index).some((each) => each.fact === ask.fact)) {
      return [
        { field: `${field}.${index}.fact`, problem: `"${ask.fact}" is asked for above. Ask one role for it, once.` },
      ]
    }
    return []
  })
}

function problemOfAsk({ fact, from }: Ask): { of: keyof Ask; words: string } | undefined {
  const known = findFact(fact)
  if (!known) return { of: 'fact', words: `There is no fact "${fact}". Use one of the fact catalogue.` }
  if (known.kind === 'yes-no' && from === 'each') {
    return { of: 'from', words: `"${fact}" is one yes or no for the program. Ask "one" person.` }
  }
  if (known.kind === 'ratio' && known.answer === 'yes-no' && from === 'one') {
    return { of: 'from', words: `"${fact}" is a share of all people asked. Ask "each" of them.` }
  }
  return undefined
}

/** Every fact of the criterion must be computed, or asked for by the time of the gate; else the gate can never pass. */
export function checkSources(
  { gates }: ProgramTemplate,
  { gate, week, criterion }: Gate,
  index: number,
): FieldProblem[] {
  return criterion.all.flatMap(({ fact }, position) => {
    const known = findFact(fact)
    if (!known || known.computed) return []
    const asking = gates.filter((each) => each.asks.some((ask) => ask.fact === fact))
    if (asking.some((each) => each.week <= week)) return []
    const field = `gates.${index}.criterion.all.${position}.fact`
    const how = asking[0] ? `asked for only later, in ${asking[0].gate}` : 'never asked for'
    return [{ field, problem: `"${fact}" is ${how}. Ask for it in ${gate} or before.` }]
  })
}

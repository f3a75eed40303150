import type { FieldProblem } from '../../errors.ts'
import type { FormOf } from '../forms/forms.ts'
import type { Requirement } from '../selection-path.ts'

/** Every rule that was asked for has one finding, and no other rule has. */
export const checkFindings = (
  { rules = [] }: Requirement,
  { findings }: Pick<FormOf<'check'>, 'findings'>,
): FieldProblem[] => {
  const given = findings.map(({ rule }) => rule)
  const wrong = given.flatMap((rule, index): FieldProblem[] => {
    const field = `answer.findings.${index}.rule`
    if (!rules.includes(rule)) return [{ field, problem: `Is not asked for here. Asked for: ${rules.join(', ')}.` }]
    return given.indexOf(rule) === index ? [] : [{ field, problem: `${rule} has a finding already.` }]
  })
  const missing = rules.filter((rule) => !given.includes(rule))
  if (missing.length === 0) return wrong
  return [...wrong, { field: 'answer.findings', problem: `No finding for ${missing.join(', ')}.` }]
}

import type { Field } from './field.ts'
import { below, type Problem } from './problems.ts'

/**
 * What the API refused, at the fields of the form that it names; what names no field of the form (any more) stays in `others`.
 * @param field path and words as in `Refused.fields`
 */
export const refusedProblems = (
  form: Field,
  refused: readonly { field: string; problem: string }[],
): { problems: Problem[]; others: { field: string; problem: string }[] } => {
  const found = refused.map((each) => ({ each, problem: placed(form, each.field.split('.'), each.problem, '') }))
  return {
    problems: found.flatMap(({ problem }) => problem ?? []),
    others: found.flatMap(({ each, problem }) => (problem ? [] : [each])),
  }
}

const placed = (field: Field, names: string[], problem: string, path: string): Problem | undefined => {
  const [name, ...rest] = names
  const here = { path, label: field.label, problem: said(problem) }
  if (field.kind === 'fixed') return undefined
  // A form as a whole has no place of its own for words.
  if (name === undefined) return path === '' || (field.kind === 'group' && field.plain) ? undefined : here
  switch (field.kind) {
    case 'group': {
      const part = field.parts.find(([each]) => each === name)?.[1]
      return part && placed(part, rest, problem, below(path, name))
    }
    case 'rows': {
      const row = field.rows[Number(name)]
      return row ? placed(row, rest, problem, below(path, name)) : here
    }
    case 'list':
      return placed(field.item, rest, problem, below(path, name))
    case 'lines':
      return { ...here, problem: `Line ${Number(name) + 1}: ${said(problem)}` }
    default:
      return here
  }
}

/** As a sentence. */
const said = (problem: string): string => {
  const words = problem.charAt(0).toUpperCase() + problem.slice(1)
  return /[.?]$/.test(words) ? words : `${words}.`
}

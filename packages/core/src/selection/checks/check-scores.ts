import type { FieldProblem } from '../../errors.ts'
import type { FormOf } from '../forms/forms.ts'
import type { Rubric } from '../rubric.ts'

/** A mark for each dimension of the rubric, yes or no for each of its binary rules, and nothing else (S-C3). */
export const checkScores = ({ dimensions, knockOuts }: Rubric, { marks, rules }: FormOf<'scores'>): FieldProblem[] => [
  ...fields(
    'marks',
    'a mark from 1 to 5',
    Object.keys(marks),
    dimensions.map(({ dimension }) => dimension),
  ),
  ...fields(
    'rules',
    'yes or no',
    Object.keys(rules),
    knockOuts.map(({ rule }) => rule),
  ),
]

const fields = (field: string, wanted: string, given: string[], asked: string[]): FieldProblem[] => [
  ...asked
    .filter((name) => !given.includes(name))
    .map((name) => ({ field: `answer.${field}.${name}`, problem: `Is missing. Give ${wanted}.` })),
  ...given
    .filter((name) => !asked.includes(name))
    .map((name) => ({
      field: `answer.${field}.${name}`,
      problem: `Is not in the rubric. It has: ${asked.join(', ') || 'none'}.`,
    })),
]

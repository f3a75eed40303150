import type { FieldProblem } from '../../errors.ts'
import { courseQuiz } from '../course-quiz.ts'
import type { FormOf } from '../forms/forms.ts'

/** One of the options for every scenario, and nothing else. */
export const checkQuiz = ({ answers }: FormOf<'quiz'>): FieldProblem[] => {
  const unknown = Object.keys(answers)
    .filter((question) => !courseQuiz.some((each) => each.question === question))
    .map((question) => ({ field: `answer.answers.${question}`, problem: 'There is no such question.' }))
  const wrong = courseQuiz.flatMap(({ question, options }): FieldProblem[] => {
    const choices = options.map(({ option }) => option)
    if (choices.includes(answers[question] ?? '')) return []
    return [{ field: `answer.answers.${question}`, problem: `Choose one of: ${choices.join(', ')}.` }]
  })
  return [...unknown, ...wrong]
}

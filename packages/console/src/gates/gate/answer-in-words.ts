import type { RowOf } from '../../api/queries.ts'

type Answer = NonNullable<RowOf<'listTasks'>['answer']>

/** What somebody answered to a question of a gate: `38 of 50`, `4.5 of 5`, `yes`. */
export const answerInWords = (answer: Answer): string => {
  switch (answer.kind) {
    case 'yes-no':
      return answer.yes ? 'yes' : 'no'
    case 'count':
      return String(answer.count)
    case 'ratio':
      return `${answer.part} of ${answer.whole}`
    case 'rating':
      return `${answer.rating} of 5`
    case 'change':
      return answer.change > 0 ? `+${answer.change}` : String(answer.change).replace('-', '−')
  }
}

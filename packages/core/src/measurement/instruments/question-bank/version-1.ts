import { behaviours } from '../../../intake/intake-form.ts'
import { behaviourItems } from './behaviour-items.ts'
import type { Question, QuestionBank } from './question.ts'
import { attestedId, behaviourId, instrumentQuestions, pulseId, strengthId } from './question-ids.ts'

const same = (words: string) => ({ self: words, others: words })

const of360 = behaviours.flatMap((behaviour): Question[] =>
  behaviourItems[behaviour].map(([self, others], index) => ({
    id: behaviourId(behaviour, index + 1),
    instruments: ['baseline-360', 'follow-up-360'],
    scale: 'rating',
    behaviour,
    self,
    others,
  })),
)

const [prepared, listened, useful] = instrumentQuestions.pulse
const ofPulse: Question[] = [
  ...(
    [
      [prepared, 'My last 1:1 was prepared, by both of us.'],
      [listened, 'I could speak about what matters to me.'],
      [useful, 'I left with something I can use.'],
    ] as const
  ).map(([id, words]): Question => ({ id, instruments: ['pulse'], scale: 'rating', ...same(words) })),
  ...behaviours.map(
    (behaviour): Question => ({
      id: pulseId(behaviour),
      instruments: ['pulse'],
      scale: 'rating',
      behaviour,
      ...same(`In the last week I did well in what I want to change: ${behaviour}.`),
    }),
  ),
]

const ofProgram: Question[] = [
  {
    id: instrumentQuestions.rating,
    instruments: ['rating'],
    scale: 'rating',
    ...same('How useful is the program to you?'),
  },
  {
    id: instrumentQuestions.recommend,
    instruments: ['rating'],
    scale: 'yes-no',
    ...same('Would you recommend the program to a colleague?'),
  },
  ...(
    [
      ['sponsor-value', 'The program is worth what it costs us.'],
      ['sponsor-informed', 'I know enough of its results to decide on it.'],
      ['sponsor-own-part', 'I do my own part: barriers cleared, KPIs owned.'],
    ] as const
  ).map(([id, words]): Question => ({ id, instruments: ['sponsor-rating'], scale: 'rating', ...same(words) })),
]

const observed = (what: string) => `Have you seen progress in ${what}, in something they did?`
const strength = (what: string) => `How strong is the progress in ${what}?`
const ofManagers: Question[] = [undefined, ...behaviours].flatMap((behaviour): Question[] => {
  const what = behaviour ?? 'how they lead'
  const about = { instruments: ['manager-attestation'] as const, ...(behaviour && { behaviour }) }
  return [
    { id: attestedId(behaviour), scale: 'yes-no', ...about, ...same(observed(what)) },
    { id: strengthId(behaviour), scale: 'rating', ...about, ...same(strength(what)) },
  ]
})

const often = { low: 'hardly ever', high: 'nearly always' }
const agree = { low: 'not at all', high: 'fully' }

/** The first question bank (§10): baseline and follow-up 360, pulse, ratings of the program, attestation by managers. */
export const version1: QuestionBank = {
  version: 1,
  scales: {
    'baseline-360': often,
    'follow-up-360': often,
    pulse: agree,
    rating: { low: 'not at all', high: 'very' },
    'manager-attestation': { low: 'none to be seen', high: 'very strong' },
    'sponsor-rating': agree,
  },
  questions: [...of360, ...ofPulse, ...ofProgram, ...ofManagers],
}

import type { Input } from '../../api/client.ts'
import { calendarDay } from '../../when/when.ts'
import { factWords, type Gate, newestOf } from '../gate/gate.ts'
import type { Choice } from './choice-words.ts'
import type { Problems } from './use-checked.ts'

type DecisionBody = Input<'decideGate'>['body']

/** What stands in the form of a decision. */
export type DecisionDraft = {
  choice?: string
  reason: string
  plan: string
  recheckOn: string
  timeline: string
  budget: string
  /** Fact → how it will be put right. */
  plans: Record<string, string>
}

export const emptyDraft: DecisionDraft = { reason: '', plan: '', recheckOn: '', timeline: '', budget: '', plans: {} }

/** Items of the scale checklist that were missed and need a plan, for a decision to go on. */
export const missedItems = (
  gate: Gate,
  choice: string | undefined,
): { fact: string; words: string; reason: string }[] => {
  if (!gate.scaleDecision || (choice !== 'scale' && choice !== 'iterate')) return []
  const missed = newestOf(gate)?.conditions.filter(({ result }) => result !== 'pass') ?? []
  return missed.map(({ fact, reason }) => ({ fact, reason, words: factWords(gate, fact) }))
}

/** The fields that the decision needs, in their order on the page. */
export const fieldsOf = (gate: Gate, { choice }: DecisionDraft): string[] => [
  'choice',
  'reason',
  ...(choice === 'remediate' || choice === 'pivot' ? ['plan'] : []),
  ...(choice === 'remediate' ? ['recheckOn'] : []),
  ...(gate.scaleDecision ? ['timeline', 'budget'] : []),
  ...missedItems(gate, choice).map(({ fact }) => planField(fact)),
]

export const planField = (fact: string): string => `remediationPlans.${fact}`

const remedies: Record<string, string> = {
  reason: 'Say why, in a few words.',
  plan: 'Say what will be done.',
  timeline: 'Say by when the decision is carried out.',
  budget: 'Say which budget the decision has, with its currency.',
}

/** What is missing or wrong in a decision. @param days first and last day of a recheck */
export const draftProblems = (gate: Gate, draft: DecisionDraft, [first, last]: [string, string]): Problems => {
  const problemWith = (field: string): string | undefined => {
    if (field === 'choice') return draft.choice ? undefined : 'Choose how the program goes on.'
    if (field === 'recheckOn') {
      const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.recheckOn)
      if (isDay && draft.recheckOn >= first && draft.recheckOn <= last) return undefined
      return `Choose a day from ${calendarDay(first)} to ${calendarDay(last)}.`
    }
    const text = field.startsWith('remediationPlans.')
      ? draft.plans[field.slice('remediationPlans.'.length)]
      : draft[field as 'reason' | 'plan' | 'timeline' | 'budget']
    return (text ?? '').trim().length < 3 ? (remedies[field] ?? 'Say how it will be put right.') : undefined
  }
  const found = fieldsOf(gate, draft).flatMap((field) => {
    const problem = problemWith(field)
    return problem ? [[field, problem] as const] : []
  })
  return Object.fromEntries(found)
}

/** The decision as it is sent: only what its choice takes. */
export const bodyOf = (gate: Gate, draft: DecisionDraft): DecisionBody => {
  const fields = fieldsOf(gate, draft)
  const missed = missedItems(gate, draft.choice)
  const texts = (['plan', 'recheckOn', 'timeline', 'budget'] as const).filter((field) => fields.includes(field))
  return {
    choice: draft.choice as Choice,
    reason: draft.reason.trim(),
    ...Object.fromEntries(texts.map((field) => [field, draft[field].trim()])),
    ...(missed.length > 0 && {
      remediationPlans: Object.fromEntries(missed.map(({ fact }) => [fact, (draft.plans[fact] ?? '').trim()])),
    }),
  }
}

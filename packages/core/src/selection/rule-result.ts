import { z } from 'zod'
import { DomainError } from '../errors.ts'

/** One binary rule and whether it is met, in words with the numbers that it rests on. */
export const ruleResult = z.strictObject({ rule: z.string(), met: z.boolean(), words: z.string() })
export type RuleResult = z.infer<typeof ruleResult>

/** @throws DomainError `NotPossibleNow` naming every rule that is not met */
export const demandAll = (rules: RuleResult[], refusal: string): void => {
  const unmet = rules.filter(({ met }) => !met)
  if (unmet.length === 0) return
  throw new DomainError('NotPossibleNow', `${refusal} ${unmet.map(({ words }) => words).join(' ')}`, {
    problems: unmet.map(({ rule, words }) => ({ field: rule, problem: words })),
  })
}

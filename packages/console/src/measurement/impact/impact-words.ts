import type { Answer } from '../../api/client.ts'
import { number } from '../../words/figure.ts'

export type Impact = Answer<'getImpact'>

/** A difference with its interval and its unit: `−15.3 days (95 % interval −20.1 to −10.2)`. */
export const effectInWords = ({ report: { effect, method } }: Impact): string => {
  if (!effect) return 'no effect can be given'
  const [low, high] = effect.interval
  const unit = method.unit ? ` ${method.unit}` : ''
  return `${number(effect.estimate, { signed: true })}${unit} (95 % interval ${number(low, { signed: true })} to ${number(high, { signed: true })})`
}

/** Whether the difference is for the better. */
export const isBetter = ({ better, report: { effect } }: Impact): boolean | undefined =>
  effect === null || effect.estimate === 0 ? undefined : effect.estimate > 0 === (better === 'higher')

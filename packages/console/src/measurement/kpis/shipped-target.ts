import { number, targetInWords } from '../../words/figure.ts'
import type { Definition } from './map-draft.ts'

/** The target that Pilotgate ships a KPI with, in words. */
export const shippedTarget = ({ target, unit }: Definition): string => {
  if (!target) return 'none'
  if (target.test !== 'relative') return targetInWords({ target, unit }) ?? 'none'
  return `${number(target.change * 100, { signed: true })} % against the baseline`
}

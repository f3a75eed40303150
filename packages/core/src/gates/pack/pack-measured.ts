import type { ImpactRecord } from '../../measurement/impact/impact-record.ts'
import { fewestPeople } from '../../measurement/kpis/suppression.ts'
import type { PackImpact } from './pack-data.ts'

/** A comparison without its pairs; what rests on fewer than five people is left out (P7). */
export const packImpact = ({ title, at, report }: ImpactRecord): PackImpact => {
  const { people, balance, label, reasons, effect, attestations, method } = report
  const few = people.matched < fewestPeople || people.comparison < fewestPeople
  return {
    title,
    measuredAt: at,
    outcome: method.outcome,
    unit: method.unit,
    people,
    label: few ? 'directional only' : label,
    reasons: few ? ['Fewer than 5 people could be compared: what they show is not shown here.'] : reasons,
    balance: few ? [] : balance,
    effect: few ? null : effect,
    attestations: attested(attestations),
  }
}

const attested = (found: ImpactRecord['report']['attestations']): string => {
  if (!found) return 'no data'
  if (found.asked < fewestPeople) return 'not shown (fewer than 5 answers)'
  return `${found.confirmed} of ${found.asked} (${Math.round(found.share * 100)} %)`
}

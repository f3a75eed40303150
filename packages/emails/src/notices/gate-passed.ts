import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import {
  type EventOf,
  evaluationOf,
  type Ground,
  gateAfter,
  gateOf,
  inRoles,
  notices,
  pages,
  peopleOf,
} from './ground.ts'

/** A gate passed by its rule: the owner and the lead. */
export const gatePassed = async (ground: Ground, event: EventOf<'gate.passed'>): Promise<Notice[]> => {
  const to = inRoles(ground, 'program owner', 'program lead')
  const [{ record, named }, people] = await Promise.all([gateOf(ground, event.gate), peopleOf(ground, to)])
  const evaluation = evaluationOf(ground, record, event.round)
  if (!evaluation) return []
  return notices(ground, 'gate-passed', `${event.gate}.${event.round}.gate-passed`, {
    to,
    people,
    data: () => ({
      ...named,
      value: evaluation.value,
      reasons: evaluation.reasons,
      checkedAt: evaluation.at,
      next: gateAfter(ground, event.gate),
      href: pages.gate(ground, event.gate),
    }),
  })
}

import { DomainError } from '../../errors.ts'
import type { Actor } from '../../program/actor.ts'
import { actions } from '../../program/authority.ts'
import type { Role } from '../../program/roles.ts'
import type { MatchRecord } from '../match-record.ts'

/** Who approves a match (M6): the top 20 % by impact is the program owner's; the rest may also be the matching owner's. */
const approvers: Record<MatchRecord['review'], readonly Role[]> = {
  'program owner': actions['approve high-impact matches'],
  manual: actions['review matches'],
  bulk: actions['review matches'],
}

export const mayApprove = ({ roles }: Actor, { review }: Pick<MatchRecord, 'review'>): boolean =>
  roles.some((role) => approvers[review].includes(role))

/** @throws DomainError `NotAllowed` with the reason for the review */
export const demandApprover = (actor: Actor, match: MatchRecord): void => {
  if (mayApprove(actor, match)) return
  const who = approvers[match.review].join(' or ')
  throw new DomainError('NotAllowed', `Only the ${who} approves this match. ${match.reviewReason}`)
}

import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Member } from '@pilotgate/core/program/person'
import { organisation } from '@pilotgate/core/program/record'
import { missedReason } from '@pilotgate/core/selection/commitment-steps'
import { type CredentialRecord, credentialId } from '@pilotgate/core/selection/credential'
import { leadsOf, membersOf, ownersBeside, scopeOf } from './candidacy-ground.ts'
import { type EventOf, type Ground, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

/** The mentor lead; the coach lead where there is none, and the program owner where there is neither. Never the mentor. */
const leadsOfMentors = (ground: Ground, mentorId: string): Member[] => {
  const [first = []] = (['mentor lead', 'coach lead'] as const)
    .map((role) => inRoles(ground, role).filter(({ id }) => id !== mentorId))
    .filter(({ length }) => length > 0)
  return first.length > 0 ? first : ownersBeside(ground, mentorId)
}

/**
 * A mentor's sponsor action (S-M9). Due soon: the mentor. Missed: the mentor and their lead. Logged: the lead. What was logged
 * meanwhile is neither asked for nor missed.
 */
export const commitmentChanged = async (ground: Ground, event: EventOf<'commitment.changed'>): Promise<Notice[]> => {
  const commitment = await ground.store.get('commitment', scopeOf(ground), event.candidacyId)
  if (!commitment) return []
  const { id, personId, action, dueAt, outcome, missedAt } = commitment
  const mentor = membersOf(ground, personId)
  const leads = leadsOfMentors(ground, personId)
  const people = await peopleOf(ground, [...mentor, ...leads], [personId])
  const mentorName = nameOf(people, personId)
  const href = pages.candidacy(ground, id)
  const occasion = `S-M9.${id}`
  if (event.what === 'logged') {
    const data = () => ({ mentorName, action, loggedAt: outcome?.at ?? event.at, href })
    return notices(ground, 'sponsor-action-logged', `${occasion}.sponsor-action-logged`, { to: leads, people, data })
  }
  if (outcome) return []
  if (event.what === 'reminded') {
    const data = () => ({ action, dueAt, href })
    const to = missedAt ? [] : mentor
    return notices(ground, 'sponsor-action-due', `${occasion}.sponsor-action-due`, { to, people, data })
  }
  return notices(ground, 'sponsor-action-missed', `${occasion}.sponsor-action-missed`, {
    to: [...mentor, ...leads],
    people,
    data: (reader) => ({ ...(reader.id !== personId && { mentorName }), action, dueAt, href }),
  })
}

type OfCredential = EventOf<'credential.changed' | 'credential.due'>

const loadCredential = ({ store, program }: Ground, { service, personId }: OfCredential) =>
  store.get('credential', { tenantId: program.tenantId, scope: organisation }, credentialId(service, personId))

const credentialPage = (ground: Ground, { id }: CredentialRecord): string =>
  `${pages.program(ground)}/credentials/${id}`

/** Several things may happen to a credential: the instant tells the occasions apart. */
const occasionOf = ({ at }: OfCredential, { id }: CredentialRecord): string => `selection.${id}.${at}`

/**
 * A credential no longer holds: its holder, the lead and the matching owner. Holder and lead hear of a missed sponsor action in
 * the mail about that.
 */
export const credentialChanged = async (ground: Ground, event: EventOf<'credential.changed'>): Promise<Notice[]> => {
  const { personId, service, status } = event
  const credential = await loadCredential(ground, event)
  if (status === 'valid' || credential?.status !== status) return []
  const isToldOf = credential.because === missedReason
  const concerned = [...membersOf(ground, personId), ...leadsOf(ground, credential)]
  const matchers = inRoles(ground, 'matching owner').filter((each) => !isToldOf || !concerned.includes(each))
  const to = [...(isToldOf ? [] : concerned), ...matchers]
  const people = await peopleOf(ground, to, [personId])
  return notices(ground, 'credential-changed', `${occasionOf(event, credential)}.credential-changed`, {
    to,
    people,
    data: (reader) => ({
      ...(reader.id !== personId && { holderName: nameOf(people, personId) }),
      service,
      status,
      ...(concerned.includes(reader) && credential.because && { because: credential.because }),
      at: event.at,
      href: credentialPage(ground, credential),
    }),
  })
}

/** Recertification or an outcomes brief is due (Q3, Q4, Q5): the holder and the lead. Nothing once the credential has lapsed. */
export const credentialDue = async (ground: Ground, event: EventOf<'credential.due'>): Promise<Notice[]> => {
  const { personId, service, what } = event
  const credential = await loadCredential(ground, event)
  if (!credential || credential.status === 'lapsed') return []
  const times =
    what === 'recertification'
      ? { possibleAt: credential.recertifyFrom, dueAt: credential.recertifyBy }
      : { dueAt: credential.briefDueAt }
  const to = [...membersOf(ground, personId), ...leadsOf(ground, credential)]
  const people = await peopleOf(ground, to, [personId])
  return notices(ground, 'credential-due', `${occasionOf(event, credential)}.${what.replace(' ', '-')}-due`, {
    to,
    people,
    data: (reader) => ({
      ...(reader.id !== personId && { holderName: nameOf(people, personId) }),
      service,
      due: what,
      ...times,
      at: event.at,
      href: credentialPage(ground, credential),
    }),
  })
}

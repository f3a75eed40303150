import type { Input } from '../../api/client.ts'
import type { Provider } from '../words.ts'

export type Profile = Input<'registerProvider'>['body']

/** What somebody is matched as. */
export const tierWords: Record<Profile['tier'], string> = {
  'core-domain mentor': 'Core-domain mentor',
  'coaching specialist': 'Coaching specialist',
  'peer practitioner': 'Peer practitioner',
}

/** The behaviours that goals aim at and that coaches and mentors are strong in. */
const behaviourWords: Record<Profile['strengths'][number], string> = {
  'decision making': 'Decision making',
  delegation: 'Delegation',
  feedback: 'Feedback',
  'stakeholder management': 'Stakeholder management',
  conflict: 'Conflict',
  'executive presence': 'Executive presence',
  'change leadership': 'Change leadership',
  'strategic thinking': 'Strategic thinking',
  'coaching others': 'Coaching others',
  prioritisation: 'Prioritisation',
  communication: 'Communication',
  resilience: 'Resilience',
}
export const behaviours = Object.entries(behaviourWords).map(([value, label]) => ({ value, label }))

/** What of a provider is theirs to say; the rest comes from others. */
export const profileOf = ({
  service,
  internal,
  tier,
  skills,
  strengths,
  languages,
  zone,
  availability,
  sponsorship,
  outcomes,
  conflicts,
  featured,
}: Provider): Profile => ({
  ...{ service, internal, tier, skills, languages, zone, availability, conflicts, featured },
  strengths: [...new Set(strengths)],
  ...(sponsorship && { sponsorship }),
  ...(outcomes && { outcomes }),
})

/** A profile to begin with, for who holds these roles. */
export const emptyProfile = (roles: readonly string[]): Profile => ({
  service: roles.includes('coach') ? 'coach' : 'mentor',
  internal: true,
  tier: roles.includes('coach') ? 'coaching specialist' : 'core-domain mentor',
  skills: [],
  strengths: [],
  languages: [],
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  availability: [],
  conflicts: [],
  featured: false,
})

import type { Role } from '@pilotgate/core/program/roles'

/** What each role is there for, in a few words. */
const roleWords: Record<Role, string> = {
  'program owner': 'runs the program, decides failed gates, may pause or stop it',
  'program lead': 'leads the work of each week',
  'learning operations': 'invites people, watches intake and tasks',
  'matching owner': 'reviews and approves who is matched with whom',
  'coach lead': 'selects and calibrates coaches',
  'mentor lead': 'selects and calibrates mentors',
  supervisor: 'supervises coaches',
  coach: 'coaches participants; has places',
  mentor: 'mentors participants; has places',
  participant: 'a leader who is coached or mentored',
  manager: 'the manager of a participant',
  sponsor: 'owns the business goals; on the steering committee',
  'hr head': 'on the steering committee',
  'learning director': 'on the steering committee',
  'transformation lead': 'on the steering committee',
  legal: 'signs off data consent',
  finance: 'confirms budget and spending',
  procurement: 'prepares contracts and costs',
  'hr analytics': 'measures behaviour and impact',
  'data owner': 'validates signals from data',
}

/** Every role somebody can have in a program, with what it is there for. */
export const roleList = Object.entries(roleWords) as [role: Role, words: string][]

export const isRole = (text: string): text is Role => Object.hasOwn(roleWords, text)

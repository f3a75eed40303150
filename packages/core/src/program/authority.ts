import { DomainError } from '../errors.ts'
import { type Role, roles } from './roles.ts'

/** Everyone with a part in the program. */
const anyone: readonly Role[] = roles

const operations: Role[] = ['program owner', 'program lead', 'learning operations']
const overseers: Role[] = [
  ...operations,
  'hr head',
  'learning director',
  'sponsor',
  'transformation lead',
  'finance',
  'procurement',
  'legal',
  'hr analytics',
  'data owner',
]

/** Those who run the program; they see the answers of intakes, everyone else sees only how far people have come (I3). */
const intakeReaders: Role[] = [...operations, 'matching owner']

/** Who may do what (domain §1). Every route names one of these actions; what is not listed is denied. */
export const actions = {
  'read templates': anyone,
  'manage templates': ['program owner'],
  'create programs': ['program owner'],
  'list programs': anyone,
  /** HR systems that people's data come from, and addresses that events are sent to. */
  'manage connections': ['program owner'],
  'manage webhooks': ['program owner'],
  'read program': anyone,
  'read people': overseers,
  'edit program': ['program owner'],
  'steer program': ['program owner'],
  'manage people': operations,
  'read intake form': anyone,
  'list intakes': [...overseers, 'matching owner'],
  /** One's own intake; `read any intake` opens everyone's, `answer any intake` lets someone answer for another. */
  'read intake': ['participant', ...intakeReaders],
  'read any intake': intakeReaders,
  'answer intake': ['participant', ...operations],
  'answer any intake': operations,
  /** One's own consent; for an agent (I6), which cannot consent, operations choose. */
  'choose consent': ['participant', ...operations],
  'manage intake': operations,
  'accept goals': operations,
  'decide services': ['program owner', 'matching owner'],
  'read tasks': anyone,
  'answer task': anyone,
  'read gates': overseers,
  'attest facts': overseers,
  'decide gates': ['program owner', 'hr head', 'learning director', 'sponsor', 'transformation lead'],
  'vote on gates': ['program owner', 'hr head', 'learning director', 'sponsor', 'transformation lead'],
  'read executions': overseers,
  'read mail log': operations,
  /** Who did what and when, over all stages. */
  'read audit': [...operations, 'hr head', 'legal', 'data owner'],
  'read selection rules': anyone,
  'open candidacies': ['coach', 'mentor', 'manager', 'coach lead', 'mentor lead', 'program owner'],
  'read candidacies': ['coach', 'mentor', 'coach lead', 'mentor lead', 'supervisor', ...operations],
  /** One's own; leads and owners any. */
  'withdraw candidacies': ['coach', 'mentor', 'coach lead', 'mentor lead', 'program owner'],
  'steer candidacies': ['coach lead', 'mentor lead', 'program owner'],
  'edit rubrics': ['coach lead', 'mentor lead', 'program owner'],
  'log sponsor action': ['mentor', 'mentor lead', 'program owner'],
  'read credentials': ['coach lead', 'mentor lead', 'supervisor', 'matching owner', ...operations],
  'manage credentials': ['coach lead', 'mentor lead', 'program owner'],
  /** A coach their own; who supervises coaches, everyone's. */
  'read practicum': ['coach', 'supervisor', 'coach lead', 'program owner'],
  /** Their own; supervisors and leads everyone's. */
  'read supervision': ['coach', 'mentor', 'supervisor', 'coach lead', 'mentor lead', 'program owner'],
  'log practice': ['coach', 'mentor', 'supervisor', 'coach lead', 'mentor lead', 'program owner'],
  'record deliveries': ['coach lead', 'mentor lead', ...operations],
  supervise: ['supervisor', 'coach lead', 'mentor lead', 'program owner'],
  'register provider': ['coach', 'mentor', 'matching owner', 'program owner'],
  'manage providers': ['matching owner', 'program owner'],
  'select providers': ['coach lead', 'mentor lead', 'program owner'],
  'read providers': ['matching owner', 'coach lead', 'mentor lead', ...operations],
  'read matches': ['program owner', 'program lead', 'matching owner'],
  'review matches': ['matching owner', 'program owner'],
  'approve high-impact matches': ['program owner'],
  'configure matching': ['matching owner', 'program owner'],
  'read own matches': ['participant', 'coach', 'mentor'],
  'sign agreements': ['participant', 'coach', 'mentor'],
  /** The pair itself; what concerns others is refused as unknown. */
  'act in own engagement': ['participant', 'coach', 'mentor'],
  /** One's own; those who run the program see every engagement, without what only the pair reads. */
  'read engagements': [
    'participant',
    'coach',
    'mentor',
    'manager',
    'coach lead',
    'mentor lead',
    'supervisor',
    ...overseers,
  ],
  'steer engagements': [...operations, 'coach lead', 'mentor lead', 'matching owner'],
  'raise blockers': ['participant', 'coach', 'mentor', 'manager', ...operations],
  'resolve blockers': [...operations, 'manager'],
  'raise escalations': anyone,
  'answer escalations': [...operations, 'hr head', 'sponsor', 'learning director', 'transformation lead'],
  /** One's own; `name any raters` names those of anybody. */
  'name raters': ['participant', 'hr analytics', ...operations],
  'name any raters': ['hr analytics', ...operations],
  'read own report': ['participant'],
  'read measurement': overseers,
  'measure impact': ['hr analytics', 'data owner', 'program owner', 'program lead'],
  'record readings': ['hr analytics', 'data owner', ...operations],
  'configure KPIs': ['program owner', 'program lead', 'hr analytics', 'sponsor'],
  'write deliverables': ['hr analytics', 'finance', 'procurement', 'sponsor', ...operations],
  'make steering packs': ['program owner', 'program lead'],
  'answer for own match': ['participant'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

/** Actions that stand for the organisation, not for a program: they need the role in the sign-in token itself. */
const organisationActions = [
  'create programs',
  'manage templates',
  'manage connections',
  'manage webhooks',
] as const satisfies Action[]

export const isOrganisationAction = (action: string): action is (typeof organisationActions)[number] =>
  organisationActions.some((each) => each === action)

export const may = (action: Action, held: readonly string[]): boolean => {
  const allowed: readonly string[] = actions[action]
  return held.some((role) => allowed.includes(role))
}

/** All that roles held in a program allow there. */
export const actionsInProgram = (held: readonly string[]): Action[] =>
  (Object.keys(actions) as Action[]).filter((action) => !isOrganisationAction(action) && may(action, held))

/** All that roles of the organisation allow beyond programs. */
export const actionsInOrganisation = (held: readonly string[]): Action[] =>
  organisationActions.filter((action) => may(action, held))

/** @throws DomainError `NotAllowed` naming the roles that may. */
export const authorise = (action: Action, held: readonly string[]): void => {
  if (may(action, held)) return
  const allowed: readonly string[] = actions[action]
  throw new DomainError(
    'NotAllowed',
    `You may not ${action} here. Someone with one of these roles can: ${allowed.join(', ')}.`,
  )
}

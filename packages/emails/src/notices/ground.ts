import type { Event } from '@pilotgate/core/events'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { opensByLink } from '@pilotgate/core/gates/task-link'
import type { Store } from '@pilotgate/core/ports'
import { platform } from '@pilotgate/core/program/actor'
import { nextOpening } from '@pilotgate/core/program/calendar'
import type { Evaluation, GateRecord } from '@pilotgate/core/program/gate-record'
import { linkKey } from '@pilotgate/core/program/link-key'
import { allOf, holders, loadMembers, loadPeople, loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import type { Member, Person } from '@pilotgate/core/program/person'
import type { Program } from '@pilotgate/core/program/program'
import type { Role } from '@pilotgate/core/program/roles'
import type { Task } from '@pilotgate/core/program/task'
import type { Gate, ProgramTemplate } from '@pilotgate/core/program/template'
import type { Envelope } from '../fields.ts'
import { type MessageData, type MessageKind, messages } from '../index.ts'
import { type Message, render } from '../message.ts'
import { isAfter } from '../when.ts'

/** Where the links of mails lead (no slash at the end), and who sends them. */
export type Site = { publicUrl: string; organisationName: (tenantId: string) => string }

/** What the notices of every event rest on: read once for an event. */
export type Ground = {
  store: Store
  site: Site
  event: Event
  program: Program
  template: ProgramTemplate
  members: Member[]
}

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>

export const loadGround = async (store: Store, event: Event, site: Site): Promise<Ground> => {
  const program = await loadProgram(store, event.tenantId, event.programId)
  const [template, members] = await Promise.all([loadTemplate(store, program), loadMembers(store, program)])
  return { store, site, event, program, template, members }
}

const scopeOf = ({ program }: Ground) => ({ tenantId: program.tenantId, scope: program.id })

export const gateOf = async (
  ground: Ground,
  id: string,
): Promise<{ gate: Gate; record: GateRecord; named: { gate: string; title: string } }> => {
  const gate = ground.template.gates.find((each) => each.gate === id)!
  const record = (await ground.store.get('gate', scopeOf(ground), id))!
  return { gate, record, named: { gate: id, title: gate.title } }
}

/** The gates that have a record, in the order of the template. */
export const gatesOf = async (ground: Ground): Promise<{ gate: Gate; record: GateRecord }[]> => {
  const records = await allOf(ground.store, 'gate', scopeOf(ground))
  const known = new Map(records.map((record) => [record.id, record]))
  return ground.template.gates.flatMap((gate) => {
    const record = known.get(gate.gate)
    return record ? [{ gate, record }] : []
  })
}

/** Open tasks whose id starts with `prefix`. */
export const openTasks = async (ground: Ground, prefix: string): Promise<Task[]> =>
  (await allOf(ground.store, 'task', scopeOf(ground), prefix)).filter(({ status }) => status === 'open')

/** The evaluation that the event speaks of: a gate may have been looked at again since. */
export const evaluationOf = ({ event }: Ground, record: GateRecord, round: number): Evaluation | undefined =>
  record.evaluations.filter((each) => each.round === round && !isAfter(each.at, event.at)).at(-1)

/** The gate after this one, and when it opens as things stand at the event. */
export const gateAfter = ({ template, program, event }: Ground, id: string) => {
  const next = template.gates[template.gates.findIndex(({ gate }) => gate === id) + 1]
  return next && { gate: next.gate, title: next.title, opensAt: opening(program, template, next.week, event.at) }
}

const opening = (program: Program, template: ProgramTemplate, week: number, now: string): string =>
  nextOpening({ ...program, hours: template.hours, week, now }).opensAt

export const gateNamed = ({ template }: Ground, id: string | undefined) => {
  const gate = template.gates.find((each) => each.gate === id)
  return gate && { gate: gate.gate, title: gate.title }
}

/** Active members who hold any of the roles, each once. */
export const inRoles = ({ members }: Ground, ...roles: Role[]): Member[] => [
  ...new Set(roles.flatMap((role) => holders(members, role))),
]

const programPage = ({ site, program }: Ground): string => `${site.publicUrl}/programs/${program.id}`

export const pages = {
  program: programPage,
  intake: (ground: Ground, personId: string): string => `${programPage(ground)}/intake/${personId}`,
  gate: (ground: Ground, gate: string): string => `${programPage(ground)}/gates/${gate}`,
  /**
   * Where a task is done, for a reader: what decides a gate is done on the gate's own page; to the person of a low-stakes task goes
   * the link that opens it without a sign-in (F3), as long as it is good. As with a reference, its key stands behind the `#`.
   */
  task: (ground: Ground, task: Task, { id: readerId }: { id: string }): string => {
    const { id, kind, gate, personId } = task
    if (kind === 'decide' || kind === 'vote' || kind === 'record') return `${programPage(ground)}/gates/${gate}`
    const isGood = opensByLink(task) && personId === readerId && isAfter(task.link.expiresAt, ground.event.at)
    return isGood
      ? `${ground.site.publicUrl}/task#${linkKey(task, task.link.secret)}`
      : `${programPage(ground)}/tasks/${id}`
  },
  pack: (ground: Ground, id: string): string => `${programPage(ground)}/packs/${id}`,
  candidacy: (ground: Ground, id: string): string => `${programPage(ground)}/candidacies/${id}`,
  /** Where a referee answers. The key stands behind the `#`, which no browser sends to a server and no access log holds. */
  reference: ({ site }: Ground, key: string): string => `${site.publicUrl}/reference#${key}`,
}

export type People = Map<string, Person>

/** The people behind members, and others named by id, in one read. */
export const peopleOf = ({ store, program }: Ground, members: Member[], others: string[] = []): Promise<People> =>
  loadPeople(store, program.tenantId, [...members.map(({ id }) => id), ...others.filter((id) => id !== platform)])

export const nameOf = (people: People, id: string): string =>
  id === platform ? 'Pilotgate' : (people.get(id)?.name ?? 'a former member')

/**
 * One mail of a kind to each of `to`. `occasion` says which gate and round, which week, which reminder: with the recipient it is
 * the mail's id, so that a repeated event gives the same ids (reliability F7). It starts with the gate, or with `program`.
 * Members who have left, and people nobody knows any more, get nothing.
 */
export const notices = <K extends MessageKind>(
  ground: Ground,
  kind: K,
  occasion: string,
  {
    to,
    people,
    data,
  }: { to: Member[]; people: People; data: (reader: Member) => Omit<MessageData<K>, keyof Envelope> },
): Notice[] =>
  [...new Set(to)]
    .filter(({ status }) => status === 'active')
    .flatMap((reader) => {
      const person = people.get(reader.id)
      if (!person) return []
      const to = { id: reader.id, name: person.name, email: person.email, roles: reader.roles }
      return [noticeTo(ground, kind, occasion, to, data(reader))]
    })

/** Who a mail goes to: a member of the program, or somebody outside whose `id` is that of the record that names them. */
type Addressee = { id: string; name: string; email: string; roles: Envelope['recipientRoles'] }

/** One mail to one addressee, under the same rules for `occasion`. */
export const noticeTo = <K extends MessageKind>(
  { site, program }: Ground,
  kind: K,
  occasion: string,
  { id, name, email, roles }: Addressee,
  data: Omit<MessageData<K>, keyof Envelope>,
): Notice => {
  const rendered = render(messages[kind] as Message, {
    programName: program.name,
    organisationName: site.organisationName(program.tenantId),
    recipientName: name,
    recipientRoles: roles,
    zone: program.zone,
    ...data,
  })
  return { mailId: `${occasion}.${id}`, kind, gate: occasion.split('.')[0]!, personId: id, to: email, rendered }
}

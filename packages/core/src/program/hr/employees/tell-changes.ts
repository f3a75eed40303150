import { dateAfter, daysBetween } from '../../calendar.ts'
import type { ChangeKind, Lifecycle, PersonChangeRecord } from './change-record.ts'
import { stageOn } from './employment.ts'
import { heldOn, type Statements } from './statements.ts'

type Change = PersonChangeRecord['changes'][number]
type Announced = 'hired' | 'left' | undefined

/** What is compared: the employee before and after, each on its local date. `before` is absent when they were not known. */
export type Compared = {
  before: { fields: Statements; on: string } | undefined
  after: { fields: Statements; on: string }
  /** The managers by person id. `isFirst`: nobody knew a manager before, so that there is no change to tell. */
  manager: { before: string | undefined; after: string | undefined; isFirst: boolean }
  person: ComparedPerson
  /** The local date from which the HR system says that it holds, where what is told has no date of its own. */
  since?: string
}

/** The person by all employees that they are. */
export type ComparedPerson = {
  /** What they counted as so far. */
  announced: Announced
  /** Whether people were ever told that they came or went. */
  wasTold: boolean
  /** Another employee that they are works for the organisation. */
  isElsewhere: boolean
  /** Another employee that they are is to begin. */
  isAwaited: boolean
  /** The employee was this person before. */
  isLinked: boolean
  /** They were on a roster before any HR system has named them. */
  isOfRoster: boolean
}

/** What there is to tell of a person, and from which local date it holds; `announced` is for the next comparison. */
export type ToTell = {
  announced: Announced
  lifecycle: Lifecycle | undefined
  changes: Change[]
  effectiveOn: string
}

/** Whoever began longer ago than this is no news when an HR system names them for the first time. */
const newsDays = 30

const firstDayOf = ({ fields, on }: Pick<Compared['after'], 'fields' | 'on'>): string | undefined =>
  heldOn(fields.hiredOn, on)?.value ?? undefined

const beganLately = (after: Compared['after']): string | undefined => {
  const firstDay = firstDayOf(after)
  return firstDay && daysBetween(firstDay, after.on) <= newsDays ? firstDay : undefined
}

/**
 * The differences that people should hear of. The first synchronisation of a company tells of nobody who has worked there for long:
 * `hired` is told of those who began within the last 30 days, or whose start was waited for. Whoever works for the organisation as
 * another employee has neither come nor gone.
 */
export const tellChanges = (compared: Compared): ToTell => {
  const { after, person } = compared
  const stage = stageOn(after.fields, after.on)
  const lifecycle = lifecycleKind(compared)
  const changes = [
    ...(lifecycle ? [lifecycleChange(lifecycle, after)] : []),
    ...(stage === 'left' || isSilent(person, after) ? [] : fieldChanges(compared, lifecycle)),
  ]
  return {
    announced: stage === 'employed' ? 'hired' : isGone(compared) ? 'left' : person.announced,
    lifecycle,
    changes: changes.map(({ change }) => change),
    effectiveOn: changes[0]?.on ?? after.on,
  }
}

/** Whoever has left, or is to begin, says nothing of a person who works for the organisation as another employee. */
export const isSilent = ({ isElsewhere }: ComparedPerson, { fields, on }: Compared['after']): boolean =>
  isElsewhere && stageOn(fields, on) !== 'employed'

/** Whether the person is gone with the employee. One who had left before is no new end while a contract that follows is waited for. */
const isGone = ({ before, after, person }: Compared): boolean => {
  if (stageOn(after.fields, after.on) !== 'left' || person.isElsewhere) return false
  const hadLeft = person.isLinked && before !== undefined && stageOn(before.fields, before.on) === 'left'
  return !(person.isAwaited && hadLeft)
}

type Dated = { change: Change; on: string }

const lifecycleKind = (compared: Compared): Lifecycle | undefined => {
  const { before, after, person } = compared
  const { announced, wasTold, isElsewhere, isLinked, isOfRoster } = person
  if (isGone(compared)) return announced === 'hired' || (!announced && isOfRoster) ? 'terminated' : undefined
  if (stageOn(after.fields, after.on) !== 'employed') return undefined
  // What comes in late, as the first day after the title or the end, must not make a hire of today a matter of course.
  const isNewHere = !wasTold && beganLately(after) !== undefined
  if (announced === 'hired') {
    const isFirstDayKnown = before !== undefined && firstDayOf(before) !== undefined
    return isNewHere && isLinked && !isFirstDayKnown && !isElsewhere ? 'hired' : undefined
  }
  if (announced === 'left') return isNewHere ? 'hired' : 'rehired'
  const wasWaitedFor = before !== undefined && stageOn(before.fields, before.on) === 'ahead'
  const isNews = firstDayOf(after) ? beganLately(after) !== undefined : wasWaitedFor
  return isNews ? 'hired' : undefined
}

const lifecycleChange = (kind: Lifecycle, after: Compared['after']): Dated => {
  if (kind !== 'terminated') {
    const firstDay = beganLately(after) ?? after.on
    return { change: { kind, before: null, after: firstDay }, on: firstDay }
  }
  const lastDay = heldOn(after.fields.endsOn, after.on)?.value
  const isOver = lastDay !== undefined && lastDay !== null && lastDay < after.on
  const on = isOver ? dateAfter(lastDay, 1) : (heldOn(after.fields.status, after.on)?.effectiveOn ?? after.on)
  return { change: { kind, before: null, after: dateAfter(on, -1) }, on }
}

/** A title and a department are told of whoever was hired before; another manager of everybody, since lines are looked at anew. */
const fieldChanges = (compared: Compared, lifecycle: Lifecycle | undefined): Dated[] => {
  const { before, after, manager, person, since } = compared
  const stays = person.isLinked && person.announced === 'hired' && !lifecycle
  const dated = (field: 'title' | 'department'): Dated[] => {
    const old = heldOn(before?.fields[field], before?.on ?? after.on)
    const now = heldOn(after.fields[field], after.on)
    // What nobody spoke of before has become known, not changed.
    if (!stays || !old || !now || old.value === now.value) return []
    const kind: ChangeKind = field === 'title' ? 'role_changed' : 'department_changed'
    return [{ change: { kind, before: old.value, after: now.value }, on: earlier(since, now.effectiveOn) }]
  }
  const isNewManager = manager.before !== manager.after && !manager.isFirst
  const managerChange: Change = {
    kind: 'manager_changed',
    before: manager.before ?? null,
    after: manager.after ?? null,
  }
  return [
    ...dated('title'),
    ...(isNewManager ? [{ change: managerChange, on: earlier(since, after.on) }] : []),
    ...dated('department'),
  ]
}

const earlier = (since: string | undefined, on: string): string => (since !== undefined && since < on ? since : on)

import { dateAfter, daysBetween } from '../../calendar.ts'
import type { ChangeKind, PersonChangeRecord } from './change-record.ts'
import type { EmployeeRecord } from './employee-record.ts'
import { stageOn } from './employment.ts'
import { heldOn, type Statements } from './statements.ts'

type Change = PersonChangeRecord['changes'][number]
type Announced = EmployeeRecord['announced']

/** What is compared: the employee before and after, each on its local date. `before` is absent when they were not known. */
export type Compared = {
  before: { fields: Statements; on: string; announced: Announced } | undefined
  after: { fields: Statements; on: string }
  /** The managers by person id. `isFirst`: nobody knew a manager before, so that there is no change to tell. */
  manager: { before: string | undefined; after: string | undefined; isFirst: boolean }
  /** What the person was here before this employee became them. */
  person: 'new' | 'known' | 'left'
  /** Whether people were ever told that they came or went. */
  wasTold: boolean
  /** The local date from which the HR system says that it holds, where what is told has no date of its own. */
  since?: string
}

/** What there is to tell of a person, and from which local date it holds; `announced` is for the next comparison. */
export type ToTell = { announced: Announced; changes: Change[]; effectiveOn: string }

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
 * `hired` is told of those who began within the last 30 days, or whose start was waited for.
 */
export const tellChanges = (compared: Compared): ToTell => {
  const { after, before } = compared
  const stage = stageOn(after.fields, after.on)
  const lifecycle = lifecycleKind(compared)
  const told = lifecycle ? [lifecycleChange(lifecycle, after)] : []
  const stays = stage === 'employed' && before?.announced === 'hired' && !lifecycle
  const changes = stays ? fieldChanges(compared) : told
  const announced = { ahead: undefined, employed: 'hired', left: 'left' } as const
  return {
    announced: announced[stage],
    changes: changes.map(({ change }) => change),
    effectiveOn: changes[0]?.on ?? after.on,
  }
}

type Dated = { change: Change; on: string }

type Lifecycle = 'hired' | 'rehired' | 'terminated'

const lifecycleKind = ({ before, after, person, wasTold }: Compared): Lifecycle | undefined => {
  const stage = stageOn(after.fields, after.on)
  const announced = before?.announced
  if (stage === 'left') return announced === 'hired' || (!announced && person === 'known') ? 'terminated' : undefined
  if (stage === 'ahead') return undefined
  // What comes in late, as the first day after the title or the end, must not make a hire of today a matter of course.
  const isNewHere = !wasTold && beganLately(after) !== undefined
  if (announced === 'hired') return isNewHere && before && !firstDayOf(before) ? 'hired' : undefined
  if (announced === 'left' || person === 'left') return isNewHere ? 'hired' : 'rehired'
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

const fieldChanges = (compared: Compared): Dated[] => {
  const { before, after, manager, since } = compared
  const dated = (field: 'title' | 'department'): Dated[] => {
    const old = heldOn(before?.fields[field], before?.on ?? after.on)
    const now = heldOn(after.fields[field], after.on)
    // What nobody spoke of before has become known, not changed.
    if (!old || !now || old.value === now.value) return []
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

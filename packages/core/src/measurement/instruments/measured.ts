import type { EngagementRecord } from '../../engagement/engagement-record.ts'
import type { IntakeRecord } from '../../intake/intake-record.ts'
import type { InstrumentName } from '../../program/collected.ts'
import type { FactValue } from '../../program/fact.ts'
import type { Member } from '../../program/person.ts'
import type { Task } from '../../program/task.ts'
import { median } from '../../selection/median.ts'
import { meanByParticipant } from './cohort-movement.ts'
import { participantsOf } from './instrument-rows.ts'
import { latestOf, type Movement, movementOf } from './movement.ts'
import { type PulseChange, pulseMovement } from './pulse-movement.ts'
import type { Behaviour } from './question-bank/behaviour-items.ts'
import { instrumentQuestions } from './question-bank/question-ids.ts'
import type { ResponseRecord } from './response-record.ts'
import { shownGroups, withheldBecause } from './suppress.ts'

/** The rows of a program that facts of instruments rest on. */
export type MeasuredRows = {
  responses: ResponseRecord[]
  tasks: Task[]
  intakes: IntakeRecord[]
  engagements: EngagementRecord[]
  members: Member[]
}

/**
 * A fact as instruments measure it. Without a value nobody has answered, or too few to show it (P7), as the note says. `rows` are the
 * people or responses it rests on; `counts` tells nothing of what was answered.
 */
export type Measured = {
  value?: FactValue
  note: string
  rows: { row: 'response' | 'member'; id: string; counts: boolean }[]
}

type Measure = { instrument: InstrumentName; of: (rows: MeasuredRows) => Measured }

const measures = {
  'baseline-captured': { instrument: 'baseline-360', of: (rows) => baselineCaptured(rows) },
  'primary-indicator-movement': {
    instrument: 'pulse',
    of: (rows) => pulseChange(rows, 'their first target behaviour', (targets) => targets.slice(0, 1)),
  },
  'early-behaviour-lift': {
    instrument: 'pulse',
    of: (rows) => pulseChange(rows, 'their target behaviours', (targets) => targets),
  },
  'managers-confirm-progress': { instrument: 'manager-attestation', of: (rows) => managersConfirm(rows) },
  'target-behaviours-moved': { instrument: 'follow-up-360', of: (rows) => behavioursMoved(rows) },
  'competency-movement': { instrument: 'follow-up-360', of: (rows) => competency(rows) },
  'participant-rating': { instrument: 'rating', of: (rows) => participantRating(rows) },
} as const satisfies Record<string, Measure>
type MeasuredFact = keyof typeof measures

/** Which instrument answers a fact of a gate. */
export const answeredBy: Record<string, InstrumentName> = Object.fromEntries(
  Object.entries(measures).map(([name, { instrument }]) => [name, instrument]),
)

/** Facts of gates that instruments answer; `undefined` where the program never asked, so that people state them. */
export const measured = Object.fromEntries(
  Object.entries(measures).map(([name, { instrument, of }]) => [
    name,
    (rows: MeasuredRows) => asked(rows, instrument) && of(rows),
  ]),
) as Record<MeasuredFact, (rows: MeasuredRows) => Measured | undefined>

const asked = ({ tasks }: MeasuredRows, instrument: InstrumentName): true | undefined =>
  tasks.some(({ kind, form }) => kind === 'collect' && form === instrument) || undefined

const responseRows = (ids: Iterable<string>): Measured['rows'] =>
  [...new Set(ids)].toSorted().map((id) => ({ row: 'response', id, counts: true }))

/** Shown for five people and more. */
const forEnough = (people: string[], value: () => FactValue, note: string, ids: string[]): Measured => {
  const behind = new Set(people)
  if (behind.size === 0) return { note: 'Nobody has answered yet.', rows: [] }
  const rows = responseRows(ids)
  const shown = shownGroups([{ name: 'all', people: [behind] }]).has('all')
  return shown ? { value: value(), note, rows } : { note: withheldBecause(behind.size), rows }
}

/** Participants with a coach or mentor whose baseline has their own answer and, where others were asked, one of theirs. */
const baselineCaptured = ({ responses, tasks, engagements, members }: MeasuredRows): Measured => {
  const active = participantsOf({ members: members.filter(({ status }) => status === 'active') })
  const engaged = new Set(
    engagements.filter(({ status }) => status !== 'ended').map(({ participantId }) => participantId),
  )
  const of360 = responses.filter(({ instrument }) => instrument === 'baseline-360')
  const rows = active
    .filter(({ id }) => engaged.has(id))
    .map(({ id }) => {
      const own = of360.filter(({ subjectId }) => subjectId === id)
      const self = own.some(({ respondentId }) => respondentId === id)
      const others = own.some(({ respondentId }) => respondentId !== id)
      const could = tasks.some((task) => task.form === 'baseline-360' && task.subjectId === id && task.personId !== id)
      return { row: 'member' as const, id, counts: self && (others || !could) }
    })
  const part = rows.filter(({ counts }) => counts).length
  const note = `${part} of ${rows.length} participants with a coach or mentor have a baseline 360: their own answer and one of others`
  return { value: { kind: 'ratio', part, whole: rows.length }, note, rows }
}

const pulseChange = (
  { responses, intakes }: MeasuredRows,
  what: string,
  choose: (targets: readonly Behaviour[]) => readonly Behaviour[],
): Measured => {
  const targets = new Map(intakes.map(({ id, answers }) => [id, choose(answers.targetBehaviours ?? [])]))
  const changes: PulseChange[] = pulseMovement(responses, (subjectId) => targets.get(subjectId) ?? [])
  return forEnough(
    changes.map(({ subjectId }) => subjectId),
    () => ({ kind: 'change', change: meanByParticipant(changes)!, answers: changes.length }),
    `Self-ratings of ${changes.length} participants in ${what}: latest pulse against the baseline 360`,
    changes.flatMap(({ rows }) => rows),
  )
}

/** Managers asked at the latest gate who confirm progress of at least one of their people. */
const managersConfirm = ({ responses, tasks, members }: MeasuredRows): Measured => {
  const asking = tasks.filter(({ form }) => form === 'manager-attestation')
  const latest = asking.reduce((last, task) => (task.openedAt > last.openedAt ? task : last)).gate
  const answers = responses.filter(({ instrument, gate }) => instrument === 'manager-attestation' && gate === latest)
  const active = new Set(members.filter(({ status }) => status === 'active').map(({ id }) => id))
  const answered = new Set(answers.map(({ respondentId }) => respondentId))
  const managers = new Set(asking.filter(({ gate }) => gate === latest).map(({ personId }) => personId))
  const whole = [...managers].filter((id) => active.has(id) || answered.has(id)).length
  const confirm = answers.filter(({ yes }) => Object.values(yes).includes(true))
  const part = new Set(confirm.map(({ respondentId }) => respondentId)).size
  return forEnough(
    [...answered],
    () => ({ kind: 'ratio', part, whole }),
    `${part} of ${whole} managers asked at ${latest} confirm observable progress of at least one of their people`,
    answers.map(({ id }) => id),
  )
}

/** What counts of a participant's behaviour: what others say, and where no other rater answered twice, the participant. */
const counted = (movements: Movement[]) =>
  movements.flatMap(({ subjectId, behaviour, self, others, rows }) => {
    const change = others?.change ?? self
    return change === undefined ? [] : [{ subjectId, behaviour, change, rows, selfOnly: !others }]
  })

const basis = (parts: ReturnType<typeof counted>): string => {
  const people = new Set(parts.map(({ subjectId }) => subjectId)).size
  const alone = new Set(parts.filter(({ selfOnly }) => selfOnly).map(({ subjectId }) => subjectId)).size
  return `${people} participants rated by the same people twice${alone > 0 ? `, ${alone} of them by themselves only` : ''}`
}

const behavioursMoved = ({ responses }: MeasuredRows): Measured => {
  const parts = counted(movementOf(responses))
  const all = Map.groupBy(parts, ({ behaviour }) => behaviour)
  const moved = [...all.values()].filter((theirs) => (meanByParticipant(theirs) ?? 0) > 0).length
  return forEnough(
    parts.map(({ subjectId }) => subjectId),
    () => ({ kind: 'count', count: moved }),
    `${moved} of ${all.size} target behaviours moved the right way in the 360: ${basis(parts)}`,
    parts.flatMap(({ rows }) => rows),
  )
}

const competency = ({ responses }: MeasuredRows): Measured => {
  const parts = counted(movementOf(responses))
  const participants = new Set(parts.map(({ subjectId }) => subjectId))
  return forEnough(
    [...participants],
    () => ({ kind: 'change', change: meanByParticipant(parts)!, answers: participants.size }),
    `Follow-up 360 against the baseline: ${basis(parts)}`,
    parts.flatMap(({ rows }) => rows),
  )
}

const participantRating = ({ responses }: MeasuredRows): Measured => {
  const latest = latestOf(responses.filter(({ instrument }) => instrument === 'rating'))
  const ratings = latest.flatMap(({ ratings: { [instrumentQuestions.rating]: rating } }) => rating ?? [])
  return forEnough(
    latest.map(({ respondentId }) => respondentId),
    () => ({ kind: 'rating', median: median(ratings)!, answers: ratings.length }),
    `Median of how useful the program is to ${ratings.length} participants, the latest rating of each`,
    latest.map(({ id }) => id),
  )
}

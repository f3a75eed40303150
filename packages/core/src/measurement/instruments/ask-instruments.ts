import type { Store } from '../../ports.ts'
import type { InstrumentName } from '../../program/collected.ts'
import type { Member } from '../../program/person.ts'
import type { Program } from '../../program/program.ts'
import type { Role } from '../../program/roles.ts'
import type { Task } from '../../program/task.ts'
import type { Gate } from '../../program/template.ts'
import { closingTasks } from './ask-closings.ts'
import { type CollectBase, collectTask } from './collect-task.ts'
import { type InstrumentRows, loadInstrumentRows } from './instrument-rows.ts'
import { isInstrument } from './instrument-task.ts'
import { instrumentTitle, readersInWords } from './instrument-words.ts'
import { relationOf } from './raters.ts'
import { type InstrumentAsk, theProgram, whoIsAsked } from './who-is-asked.ts'

/**
 * The tasks by which a gate collects its instruments and closing artifacts in a round, for what is not answered at this gate yet.
 * The same round gives the same ids.
 */
export const instrumentTasks = async (
  store: Store,
  program: Pick<Program, 'tenantId' | 'id'>,
  gate: Gate,
  round: number,
  members: Member[],
  openedAt: string,
  dueAt: string,
): Promise<Task[]> => {
  const collects = gate.collects ?? []
  if (collects.length === 0) return []
  const scope = { tenantId: program.tenantId, scope: program.id }
  const base: CollectBase = { ...scope, gate, round, openedAt, dueAt }
  const instruments = collects.filter(isInstrument)
  const rows = instruments.length > 0 ? await loadInstrumentRows(store, scope, members) : undefined
  return [
    ...instruments.flatMap((instrument) => tasksOf(instrument, rows!, base)),
    ...(await closingTasks(store, base, members)),
  ]
}

const tasksOf = (instrument: InstrumentName, rows: InstrumentRows, base: CollectBase): Task[] => {
  const answered = new Set(
    rows.responses
      .filter((response) => response.gate === base.gate.gate && response.instrument === instrument)
      .map(({ subjectId, respondentId }) => `${subjectId}.${respondentId}`),
  )
  return whoIsAsked(instrument, rows)
    .asks.filter(({ subjectId, personId }) => !answered.has(`${subjectId}.${personId}`))
    .map((ask) => instrumentTask(instrument, rows, base, ask))
}

const instrumentTask = (
  instrument: InstrumentName,
  rows: InstrumentRows,
  base: CollectBase,
  { personId, subjectId, questions, bank, engagementId }: InstrumentAsk,
): Task => {
  const self = personId === subjectId
  const name = self || subjectId === theProgram ? undefined : (rows.people.get(subjectId)?.name ?? 'a participant')
  return collectTask(base, subjectId, {
    title: instrumentTitle(instrument, name),
    why: `Gate ${base.gate.gate}, ${base.gate.title}. ${readersInWords(instrument, self)}`,
    role: roleOf(instrument, rows, personId, subjectId),
    personId,
    form: instrument,
    subjectId,
    questions,
    bank,
    ...(engagementId !== undefined && { engagementId }),
  })
}

/** As what somebody answers: the role they hold that fits best. */
const roleOf = (instrument: InstrumentName, rows: InstrumentRows, personId: string, subjectId: string): Role => {
  const held = rows.members.find(({ id }) => id === personId)!.roles
  const relation = instrument === 'sponsor-rating' ? 'sponsor' : relationOf(rows, personId, subjectId)
  const fits = relation === 'self' || relation === 'peer' || relation === 'report' ? 'participant' : relation
  return held.includes(fits) ? fits : held[0]!
}

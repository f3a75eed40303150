import { DomainError } from '../errors.ts'
import type { Scope, Store } from '../ports.ts'
import type { Kind, RecordOf } from '../records.ts'
import { copyTemplate } from './edit-template.ts'
import type { Member, Person } from './person.ts'
import type { Program } from './program.ts'
import { organisation } from './record.ts'
import type { Role } from './roles.ts'
import type { ProgramTemplate } from './template.ts'

/** @throws DomainError `NotFound`; another organisation's program answers exactly like an unknown one. */
export const loadProgram = async (store: Store, tenantId: string, programId: string): Promise<Program> => {
  const program = await store.get('program', { tenantId, scope: organisation }, programId)
  if (!program) throw new DomainError('NotFound', `There is no program "${programId}" that you can see.`)
  return program
}

/**
 * A program that is not over; a pause does not matter.
 * @throws DomainError `NotFound`, `NotPossibleNow` when it is stopped or completed
 */
export const loadOpenProgram = async (store: Store, tenantId: string, programId: string): Promise<Program> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; nothing of it can change any more.`)
  }
  return program
}

export const templateKey = (templateId: string, version: number) => `${templateId}@${version}`

/** The template version a program runs on, with the program's own thresholds and cohort size put in. */
export const loadTemplate = async (store: Store, program: Program): Promise<ProgramTemplate> => {
  const id = templateKey(program.templateId, program.templateVersion)
  const found = await store.get('template', { tenantId: program.tenantId, scope: organisation }, id)
  if (!found) throw new DomainError('NotFound', `Template ${id} of program ${program.id} is missing.`)
  return withThresholds(found.template, program)
}

/** A template with a program's own thresholds (keyed `GATE.fact`) and cohort size put in, words and numbers alike. */
export const withThresholds = (
  template: ProgramTemplate,
  { thresholds, minimumCohort }: Pick<Program, 'thresholds' | 'minimumCohort'>,
): ProgramTemplate => copyTemplate(template, { thresholds, minimumCohort })

/** Every row of a kind, page by page. For sets that are bounded by a program's size. */
export const listAll = async <T>(
  page: (cursor?: string) => Promise<{ items: T[]; cursor: string | undefined }>,
): Promise<T[]> => {
  const all: T[] = []
  let cursor: string | undefined
  do {
    const next = await page(cursor)
    all.push(...next.items)
    cursor = next.cursor
  } while (cursor)
  return all
}

/** Every record of a kind whose id begins with `prefix`, in id order. For sets that are bounded by a program's size. */
export const allOf = <K extends Kind>(store: Store, kind: K, scope: Scope, prefix = ''): Promise<RecordOf<K>[]> =>
  listAll((cursor) => store.list(kind, scope, { prefix, cursor, limit: 1000 }))

export const loadMembers = (store: Store, { tenantId, id }: Pick<Program, 'tenantId' | 'id'>): Promise<Member[]> =>
  allOf(store, 'member', { tenantId, scope: id })

/** Active members who hold a role, in id order. */
export const holders = (members: Member[], role: Role): Member[] =>
  members.filter((member) => member.status === 'active' && member.roles.includes(role))

export const loadPeople = async (store: Store, tenantId: string, ids: string[]): Promise<Map<string, Person>> => {
  const unique = [...new Set(ids)]
  const people: Person[] = []
  for (let start = 0; start < unique.length; start += 100) {
    people.push(...(await store.getMany('person', { tenantId, scope: organisation }, unique.slice(start, start + 100))))
  }
  return new Map(people.map((person) => [person.id, person]))
}

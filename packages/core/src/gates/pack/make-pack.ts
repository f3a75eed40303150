import { DomainError, isDomainError } from '../../errors.ts'
import type { Event } from '../../events.ts'
import type { Store } from '../../ports.ts'
import { type Actor, platform, type Work } from '../../program/actor.ts'
import { loadProgram, loadTemplate } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { latestPack } from '../latest-pack.ts'
import type { PackRecord } from '../pack-record.ts'
import { collectPack, type PackSubject } from './collect-pack.ts'
import { packPage } from './pack-page.ts'

/** Bytes of a page that fit into a record. */
const largest = 350_000

type By = Pick<Actor, 'tenantId' | 'personId'>

/**
 * Makes the steering pack about a gate that was checked (`W12`) or a day of the early-signal report (`day-60`), and keeps it. Asked
 * again for the same round it gives the edition that is there, unless a new edition is wanted.
 * @throws DomainError `NotFound` (no such gate, day or program), `NotPossibleNow` (not checked yet, or the page is too large)
 */
export const makePack = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, personId }: By,
  programId: string,
  { about, newEdition = false }: { about: string; newEdition?: boolean },
): Promise<PackRecord> =>
  whileStale(async () => {
    const program = await loadProgram(store, tenantId, programId)
    const subject = await subjectOf(store, program, about)
    const scope = { tenantId, scope: programId }
    const before = await latestPack(store, scope, about, subject.round)
    if (before && !newEdition) return before
    const edition = (before?.edition ?? 0) + 1
    const data = await collectPack(store, program, { ...subject, edition }, now)
    const html = packPage(data)
    const bytes = new TextEncoder().encode(html).length
    if (bytes > largest) throw tooLarge(bytes)
    const id = `${about}.${subject.round}.${String(edition).padStart(3, '0')}`
    const record: PackRecord = {
      ...scope,
      id,
      version: 0,
      about,
      round: subject.round,
      edition,
      madeAt: now,
      madeBy: personId,
      html,
      rag: data.rag.rag,
    }
    await store.commit(
      [{ kind: 'pack', record, expect: 0 }],
      [{ type: 'pack.made', tenantId, programId, at: now, by: personId, packId: id }],
    )
    return { ...record, version: 1 }
  })

const tooLarge = (bytes: number) =>
  new DomainError(
    'NotPossibleNow',
    `The steering pack would be ${Math.ceil(bytes / 1000)} kB large; ${largest / 1000} kB are possible. Shorten the plans and reasons in it, or measure the impact in fewer covariates.`,
  )

const subjectOf = async (store: Store, program: Program, about: string): Promise<PackSubject> => {
  const template = await loadTemplate(store, program)
  const signal = template.earlySignals.find(({ day }) => about === `day-${day}`)
  if (signal) return { id: about, title: `Early signal at day ${signal.day}`, round: 1, day: signal.day }
  const gate = template.gates.find((each) => each.gate === about)
  const record = gate && (await store.get('gate', { tenantId: program.tenantId, scope: program.id }, about))
  if (!gate) {
    throw new DomainError('NotFound', `There is no gate and no report "${about}" in this program.`)
  }
  if (!record || record.round === 0) {
    throw new DomainError('NotPossibleNow', `Gate ${about} was not checked yet; its pack is made after the check.`)
  }
  return { id: about, title: gate.title, round: record.round, gate, record }
}

/**
 * Makes the pack that an event asks for: a gate that the steering committee decides, or an early-signal report. Repeatable; a gate
 * that has moved on to another round gets none for the round before. A committee is asked all the same when none can be made.
 */
export const makePackFor = async ({ store, now }: Pick<Work, 'store' | 'now'>, event: Event): Promise<void> => {
  const { tenantId, programId } = event
  const make = (about: string) =>
    makePack({ store, now }, { tenantId, personId: platform }, programId, { about }).catch((error: unknown) => {
      if (!isDomainError(error, 'NotPossibleNow')) throw error
    })
  if (event.type === 'early-signal.due') await make(`day-${event.day}`)
  if (event.type !== 'gate.asked' || event.authority !== 'steering committee') return
  const record = await store.get('gate', { tenantId, scope: programId }, event.gate)
  if (record?.round === event.round) await make(event.gate)
}

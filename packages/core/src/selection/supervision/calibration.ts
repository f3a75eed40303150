import { DomainError } from '../../errors.ts'
import type { Page, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CalibrationInput, CalibrationRecord } from './calibration-record.ts'
import { demandGuide } from './coaches.ts'
import { invalid } from './follow-up.ts'
import { endOfQuarter, quarterAt, startOfQuarter } from './quarter.ts'
import { agreementOnMentors } from './quarter-agreement.ts'

/**
 * A lead or supervisor records that the mentors of the program were calibrated in a quarter (Q6); how alike panels marked in
 * it is kept with it, where panels scored. The day says which quarter. Recorded again, nothing changes.
 * @throws DomainError `NotAllowed`, `InvalidInput` naming `heldOn` or `present.N`, `AlreadyDecided`, `NotPossibleNow` (program over)
 */
export const recordCalibration = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  input: CalibrationInput,
): Promise<CalibrationRecord> =>
  whileStale(async () => {
    demandGuide(actor, 'mentor')
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const scope = { tenantId: actor.tenantId, scope: programId }
    if (input.heldOn > localDate(now, zone)) throw invalid('heldOn', 'Lies in the future.')
    const quarter = quarterAt(`${input.heldOn}T12:00:00Z`, 'UTC')
    const known = await store.get('calibration', scope, quarter)
    if (known?.held) {
      const { heldOn, present, note } = known.held
      if (JSON.stringify([heldOn, present, note]) === JSON.stringify([input.heldOn, input.present, input.note])) {
        return known
      }
      throw new DomainError('AlreadyDecided', `The calibration of ${quarter} was recorded already.`)
    }
    const members = await store.getMany('member', scope, input.present)
    const problems = input.present.flatMap((id, index) =>
      members.some((member) => member.id === id)
        ? []
        : [{ field: `present.${index}`, problem: 'Has no part in this program.' }],
    )
    if (problems.length > 0) throw new DomainError('InvalidInput', 'It cannot be recorded like this.', { problems })
    const interRater = await agreementOnMentors(store, scope, {
      from: startOfQuarter(quarter, zone),
      to: endOfQuarter(quarter, zone),
    })
    const record: CalibrationRecord = {
      ...(known ?? { ...scope, id: quarter, version: 0, dueAt: endOfQuarter(quarter, zone) }),
      held: { ...input, at: now, by: actor.personId, interRater },
    }
    await store.commit([{ kind: 'calibration', record, expect: record.version }])
    return { ...record, version: record.version + 1 }
  })

/** The calibrations of a program by quarter, asked for or held. */
export const listCalibrations = (
  store: Store,
  actor: Actor,
  programId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<CalibrationRecord>> => store.list('calibration', { tenantId: actor.tenantId, scope: programId }, page)

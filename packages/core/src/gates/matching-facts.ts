import type { IntakeRecord } from '../intake/intake-record.ts'
import { allOf } from '../matching/review/load-matching.ts'
import { approvedOf, signedOf } from '../matching/review/matching-progress.ts'
import { reassignmentRate } from '../matching/review/reports.ts'
import { holders } from '../program/load.ts'
import type { Computation, Computed, Rows } from './rows.ts'

const matchesOf = ({ store, program }: Rows) => allOf(store, 'match', { tenantId: program.tenantId, scope: program.id })

const ratio = (part: number, whole: number, note: string): Computed => ({
  value: { kind: 'ratio', part, whole },
  note,
})

/**
 * The facts of matching (W04, W09), from the matches themselves. A program in which nothing was ever proposed makes its matches
 * elsewhere: there the facts are what people state.
 */
export const matchingFacts: Record<string, Computation> = {
  'matches-approved': async (rows) => {
    const matches = await matchesOf(rows)
    if (matches.length === 0) return undefined
    const { store, program, members } = rows
    const intakes = await allOf(store, 'intake', { tenantId: program.tenantId, scope: program.id })
    const participants = holders(members, 'participant').map(({ id }) => id)
    const byPerson = new Map(intakes.map((intake): [string, IntakeRecord] => [intake.id, intake]))
    const { approved, needed } = approvedOf(participants, byPerson, matches)
    return ratio(approved, needed, `${approved} of ${needed} participants who need a match have an approved one`)
  },
  'agreements-signed': async (rows) => {
    const matches = await matchesOf(rows)
    if (matches.length === 0) return undefined
    const { signed, published } = signedOf(matches)
    return ratio(signed, published, `${signed} of ${published} published matches have an agreement signed by both`)
  },
  'reassignment-rate': async (rows) => {
    const matches = await matchesOf(rows)
    if (matches.length === 0) return undefined
    const { reassigned, published } = reassignmentRate(matches)
    return ratio(reassigned, published, `${reassigned} of ${published} published matches were reassigned`)
  },
}

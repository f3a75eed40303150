import type { Service } from '../intake/intake-record.ts'
import type { Store } from '../ports.ts'
import { loadProgram } from '../program/load.ts'
import {
  compareFormats,
  type FormatComparison,
  oneToOneHours,
  sharesOf,
  type WhatIf,
} from '../selection/capacity-formats.ts'
import { expectedNeeds } from '../selection/expected-needs.ts'
import { formatBasis } from '../selection/format-basis.ts'
import { readCapacity } from './read-capacity-plan.ts'

/** What the caller supposes; what is left out is taken from the program as it stands. */
export type Supposed = { service: Service } & Partial<Omit<WhatIf, 'service' | 'shares'>> &
  Parameters<typeof sharesOf>[0]

/**
 * What the formats 1:1, small group and office hours would do for a program (C). Left out, `providers` are those selected now,
 * `hoursPerMonth` what their places take 1:1, and `demand` all who have, need or are expected to need the service.
 * @throws DomainError `NotFound`, `InvalidInput` (shares)
 */
export const compareFormatsIn = async (
  work: { store: Store; now: string },
  tenantId: string,
  programId: string,
  supposed: Supposed,
): Promise<{ supposed: WhatIf; result: FormatComparison; basis: typeof formatBasis }> => {
  const shares = sharesOf(supposed)
  const { service, cadence, groupSize, slotMinutes } = supposed
  const program = await loadProgram(work.store, tenantId, programId)
  const { pool, held, needs, undecided, decided } = await readCapacity(work, program)
  const own = pool.filter((member) => member.service === service)
  const places = own.reduce((sum, member) => sum + member.places, 0)
  const expected = expectedNeeds(undecided.people, decided, undecided.from).needs
  const asking = [...held, ...needs, ...expected].filter((each) => each.service === service).length
  const hours =
    own.length > 0
      ? (places * oneToOneHours(service, cadence)) / own.length
      : formatBasis.withoutPool.hoursPerMonth[service]
  const whatIf: WhatIf = {
    service,
    providers: supposed.providers ?? own.length,
    hoursPerMonth: supposed.hoursPerMonth ?? hours,
    demand: supposed.demand ?? asking,
    cadence: cadence ?? formatBasis.oneToOne.cadence[service],
    groupSize: groupSize ?? formatBasis.smallGroup.people,
    slotMinutes: slotMinutes ?? formatBasis.officeHours.slotMinutes,
    shares,
  }
  return { supposed: whatIf, result: compareFormats(whatIf), basis: formatBasis }
}

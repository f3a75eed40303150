import type { Ids, Store } from '../ports.ts'
import type { Role } from './roles.ts'

/** What a use case works with. `now` is an ISO instant in UTC that entered at the edge. */
export type Work = { store: Store; ids: Ids; now: string }

/** A signed-in person in the context of one program (`programId`) with the roles they hold there. */
export type Actor = { tenantId: string; personId: string; roles: Role[] }

/** The platform itself, where no person acted: gate checks, time-outs. */
export const platform = 'pilotgate'

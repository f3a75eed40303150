import type { Actor } from '../program/actor.ts'

/** What every new record of this stage has: where it belongs, who made it and when. */
export const measurementRow = ({ tenantId, personId }: Actor, programId: string, id: string, at: string) => ({
  tenantId,
  scope: programId,
  id,
  version: 0,
  by: personId,
  at,
})

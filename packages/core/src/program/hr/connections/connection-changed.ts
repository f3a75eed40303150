import type { NewEvent } from '../../../events.ts'
import type { Actor } from '../../actor.ts'
import { organisation } from '../../record.ts'

/** Somebody has changed a connection; names of fields only, never what they hold. */
export const connectionChanged = (
  { tenantId, personId }: Pick<Actor, 'tenantId' | 'personId'>,
  connectionId: string,
  at: string,
  fields: string[],
): NewEvent => ({
  ...{ type: 'connection.changed', tenantId, programId: organisation, at, by: personId },
  ...{ connectionId, fields },
})

import type { Store } from '../../../ports.ts'
import { organisation } from '../../record.ts'
import type { EmployeePerson } from './employee-person.ts'
import type { EmployeeRecord } from './employee-record.ts'
import { heldOn } from './statements.ts'
import type { Compared } from './tell-changes.ts'

const lifecycle = ['hired', 'rehired', 'terminated'] as const

/** More than one hears of anybody between two of the kinds that are looked for. */
const looksBack = 50

/**
 * What a person was here before an employee became them, and whether people were ever told that they came or went: `left` when an HR
 * system told so last, as of somebody who comes back under a new id. `new` also when the employee has been this person all along.
 */
export const beforeEmployee = async (
  store: Store,
  known: EmployeeRecord | undefined,
  found: EmployeePerson | undefined,
): Promise<Pick<Compared, 'person' | 'wasTold'>> => {
  const { stored } = found ?? {}
  if (!stored) return { person: 'new', wasTold: false }
  // As with nearly everybody: nothing depends on what was told.
  const isSettled = known?.personId === stored.id && known.announced === 'hired'
  if (isSettled && heldOn(known.fields.hiredOn, known.settledOn)?.value) return { person: 'new', wasTold: true }
  const scope = { tenantId: stored.tenantId, scope: organisation }
  const { items } = await store.list('personChange', scope, { prefix: `${stored.id}.`, newest: true, limit: looksBack })
  const last = items
    .flatMap(({ changes }) => changes.map(({ kind }) => kind))
    .find((kind) => lifecycle.some((each) => each === kind))
  const was = last === 'terminated' ? 'left' : 'known'
  return { person: known?.personId === stored.id ? 'new' : was, wasTold: last !== undefined }
}

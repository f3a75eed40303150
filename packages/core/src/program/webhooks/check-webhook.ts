import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import { organisation } from '../record.ts'
import { isSent } from './event-catalogue.ts'
import type { WebhookRecord } from './webhook-record.ts'

/** What people choose about a webhook. */
export type WebhookWish = Pick<WebhookRecord, 'url' | 'description' | 'events' | 'programIds'>

const urlProblems = (text: string, privateHosts: string[]): string[] => {
  const url = new URL(text)
  if (url.username || url.password) return ['Must hold no name and password: deliveries are signed instead.']
  if (url.protocol === 'https:' || privateHosts.includes(url.hostname)) return []
  return ['Must begin with https:// so that nobody on the way reads or changes what is sent.']
}

const unknownPrograms = async (store: Store, tenantId: string, programIds: string[]): Promise<FieldProblem[]> => {
  if (programIds.length === 0) return []
  const found = await store.getMany('program', { tenantId, scope: organisation }, programIds)
  const known = new Set(found.map(({ id }) => id))
  return programIds.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ field: `programIds.${index}`, problem: `There is no program "${id}" that you can see. Leave it out.` }],
  )
}

/**
 * @param privateHosts hosts that may be sent to without https
 * @throws DomainError `InvalidInput` naming each address, event and program that cannot be taken
 */
export const checkWebhook = async (
  store: Store,
  tenantId: string,
  { url, events = [], programIds = [] }: Partial<WebhookWish>,
  privateHosts: string[],
): Promise<void> => {
  const problems: FieldProblem[] = [
    ...(url === undefined ? [] : urlProblems(url, privateHosts).map((problem) => ({ field: 'url', problem }))),
    ...events.flatMap((type, index) =>
      isSent(type)
        ? []
        : [
            {
              field: `events.${index}`,
              problem: `"${type}" is not in the catalogue (GET /v1/webhook-events). Leave it out.`,
            },
          ],
    ),
    ...(await unknownPrograms(store, tenantId, programIds)),
  ]
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The webhook cannot be like this.', { problems })
}

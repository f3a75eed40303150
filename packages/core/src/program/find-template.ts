import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import { allOf, templateKey } from './load.ts'
import { organisation } from './record.ts'
import type { TemplateRecord } from './template-record.ts'
import { shippedTemplates } from './templates/index.ts'

type Found = Omit<TemplateRecord, 'tenantId' | 'scope' | 'id' | 'version'>

const shippedAt = '2026-01-01T00:00:00Z'
const shipped: Found[] = shippedTemplates.map((template) => ({
  template,
  templateVersion: 1,
  createdBy: 'pilotgate',
  createdAt: shippedAt,
}))

/** Every template an organisation can use: the shipped ones, then its own, newest version of each. */
export const listTemplates = async (store: Store, tenantId: string): Promise<Found[]> => {
  const own = await allOf(store, 'template', { tenantId, scope: organisation })
  const newest = new Map<string, Found>(shipped.map((found) => [found.template.templateId, found]))
  for (const record of own) {
    const known = newest.get(record.template.templateId)
    if (!known || known.templateVersion < record.templateVersion) newest.set(record.template.templateId, record)
  }
  return [...newest.values()]
}

/** One version of a template, or its newest. @throws DomainError `NotFound` */
export const findTemplate = async (
  store: Store,
  tenantId: string,
  templateId: string,
  version?: number,
): Promise<Found> => {
  const stored =
    version === undefined
      ? undefined
      : await store.get('template', { tenantId, scope: organisation }, templateKey(templateId, version))
  const found =
    stored ??
    (await listTemplates(store, tenantId)).find(
      (each) => each.template.templateId === templateId && (version === undefined || each.templateVersion === version),
    )
  if (found) return found
  const which = version === undefined ? `"${templateId}"` : `"${templateId}" version ${version}`
  throw new DomainError('NotFound', `There is no template ${which}.`)
}

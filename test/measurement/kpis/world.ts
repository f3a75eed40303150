import type { Event } from '@pilotgate/core/events'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import { shippedTemplates } from '@pilotgate/core/program/templates/index'
import { measurementWorld, start } from '../world.ts'

/** A running program with its template, the main pilot from 4 January 2027; events are counted as the stream does. */
export const kpiWorld = async () => {
  const base = await measurementWorld()
  const { store, scope, programId, write } = base
  const template = shippedTemplates.find(({ templateId }) => templateId === 'leadership-pilot-24w')!
  const known = (await store.get('program', { ...scope, scope: '-' }, programId))!
  const id = `${template.templateId}@1`
  const made = { templateVersion: 1, createdBy: 'pilotgate', createdAt: start }
  await write(
    { kind: 'template', record: { ...scope, scope: '-', id, version: 0, template, ...made }, expect: 0 },
    { kind: 'program', record: { ...known, templateId: template.templateId }, expect: known.version },
  )
  const count = (...events: Event[]) =>
    rollUp(
      { store },
      events.map((event) => ({ ...event, tenantId: scope.tenantId, programId })),
    )
  return { ...base, ref: { tenantId: scope.tenantId, programId }, count }
}

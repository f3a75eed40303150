import type { Change, Store } from '@pilotgate/core/ports'
import { plannedGate } from '@pilotgate/core/program/planned-gate'
import type { Program } from '@pilotgate/core/program/program'
import type { ProgramTemplate } from '@pilotgate/core/program/template'

export const tenantId = 'nordlicht'
export const programId = 'p1'

/** Puts a program that has just started into a store: its template, gates, the people who run it, and a cohort. */
export const seed = async (store: Store, template: ProgramTemplate, cohort: number) => {
  const scope = { tenantId, scope: '-' }
  const program: Program = {
    ...{ ...scope, id: programId, version: 0, name: 'Pilot', templateId: template.templateId, templateVersion: 1 },
    ...{ startDate: '2027-01-04', zone: 'Europe/Berlin', thresholds: {}, minimumCohort: template.minimumCohort },
    ...{ status: 'running', currentGate: template.gates[0]!.gate, slippedWeeks: 0, history: [] },
  }
  const member = (id: string, role: string): Change => ({
    kind: 'member',
    record: {
      ...{
        tenantId,
        scope: programId,
        id,
        version: 0,
        roles: [role as 'participant'],
        learnerKind: 'person',
        places: 1,
      },
      ...{ status: 'active', joinedAt: '2027-01-01T00:00:00.000Z' },
    },
    expect: 0,
  })
  const templateRecord = {
    ...{ ...scope, id: `${template.templateId}@1`, version: 0, template, templateVersion: 1 },
    ...{ createdBy: 'owner', createdAt: '2027-01-01T00:00:00.000Z' },
  }
  await store.commit([
    { kind: 'program', record: program, expect: 0 },
    { kind: 'template', record: templateRecord, expect: 0 },
    member('owner', 'program owner'),
    ...['sponsor', 'coach', 'mentor', 'manager', 'program lead', 'hr head'].map((role) =>
      member(role.replace(' ', '-'), role),
    ),
    ...template.gates.map(
      (gate): Change => ({ kind: 'gate', record: plannedGate(program, template, gate), expect: 0 }),
    ),
  ])
  const participants = Array.from({ length: cohort }, (_, index) =>
    member(`person-${String(index).padStart(4, '0')}`, 'participant'),
  )
  while (participants.length > 0) await store.commit(participants.splice(0, 50))
}

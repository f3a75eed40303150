import type { KpiDefinition } from './definition.ts'
import { adoption } from './definitions/adoption.ts'
import { behaviour } from './definitions/behaviour.ts'
import { economic } from './definitions/economic.ts'
import { operational } from './definitions/operational.ts'
import { type KpiId, kpiIds } from './kpi-ids.ts'

const all = [...adoption, ...behaviour, ...operational, ...economic]

/** K1–K18 of domain §8, in their order. */
export const kpiDefinitions: KpiDefinition[] = kpiIds.map((id) => all.find((each) => each.id === id)!)

export const definitionOf = (id: KpiId): KpiDefinition => kpiDefinitions[kpiIds.indexOf(id)]!

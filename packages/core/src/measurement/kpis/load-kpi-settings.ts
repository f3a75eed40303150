import type { Scope, Store } from '../../ports.ts'
import type { KpiSettingsRecord } from './kpi-settings.ts'

const settingsId = 'settings'

/** A program's KPI map; empty, at version 0, until somebody writes one. */
export const loadKpiSettings = async (store: Store, scope: Scope): Promise<KpiSettingsRecord> =>
  (await store.get('kpiSettings', scope, settingsId)) ?? { ...scope, id: settingsId, version: 0, kpis: {} }

import { api } from '../lib/http/api.ts'
import { impactHandlers } from './impact.ts'
import { instrumentHandlers } from './instruments.ts'
import { kpiHandlers } from './kpis.ts'

export const handler = api<'measurement/api'>({ ...instrumentHandlers, ...kpiHandlers, ...impactHandlers })

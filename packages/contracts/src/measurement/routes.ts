import { impactRoutes } from './impact-routes.ts'
import { instrumentRoutes } from './instrument-routes.ts'
import { kpiRoutes } from './kpi-routes.ts'

export const measurementRoutes = { ...instrumentRoutes, ...kpiRoutes, ...impactRoutes }

import { capacityRoutes } from './capacity-routes.ts'
import { matchRoutes } from './match-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { runRoutes } from './run-routes.ts'

export const matchingRoutes = { ...providerRoutes, ...capacityRoutes, ...runRoutes, ...matchRoutes }

import { matchRoutes } from './match-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { runRoutes } from './run-routes.ts'

export const matchingRoutes = { ...providerRoutes, ...runRoutes, ...matchRoutes }

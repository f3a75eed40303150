import { engagementRoutes } from './engagement/routes.ts'
import { packRoutes } from './gates/pack-routes.ts'
import { gateRoutes } from './gates/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { matchingRoutes } from './matching/routes.ts'
import { measurementRoutes } from './measurement/routes.ts'
import { programRoutes } from './program/routes.ts'
import { selectionRoutes } from './selection/routes.ts'

/** Every operation of the HTTP API, by stage. */
export const routes = {
  ...programRoutes,
  ...intakeRoutes,
  ...selectionRoutes,
  ...matchingRoutes,
  ...engagementRoutes,
  ...measurementRoutes,
  ...gateRoutes,
  ...packRoutes,
}

export type RouteName = keyof typeof routes

import { engagementRoutes } from './engagement/routes.ts'
import { packRoutes } from './gates/pack-routes.ts'
import { gateRoutes } from './gates/routes.ts'
import { taskLinkRoutes } from './gates/task-link-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { matchingRoutes } from './matching/routes.ts'
import { measurementRoutes } from './measurement/routes.ts'
import { auditRoutes } from './program/audit-routes.ts'
import { peopleRoutes } from './program/people-routes.ts'
import { programRoutes } from './program/routes.ts'
import { selectionRoutes } from './selection/routes.ts'

/** Every operation of the HTTP API, by stage. */
export const routes = {
  ...programRoutes,
  ...peopleRoutes,
  ...auditRoutes,
  ...intakeRoutes,
  ...selectionRoutes,
  ...matchingRoutes,
  ...engagementRoutes,
  ...measurementRoutes,
  ...gateRoutes,
  ...packRoutes,
  ...taskLinkRoutes,
}

export type RouteName = keyof typeof routes

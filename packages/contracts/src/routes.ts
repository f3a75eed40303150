import { engagementRoutes } from './engagement/routes.ts'
import { packRoutes } from './gates/pack-routes.ts'
import { gateRoutes } from './gates/routes.ts'
import { taskLinkRoutes } from './gates/task-link-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { matchingRoutes } from './matching/routes.ts'
import { measurementRoutes } from './measurement/routes.ts'
import { auditRoutes } from './program/audit-routes.ts'
import { connectionRoutes } from './program/connection-routes.ts'
import { peopleRoutes } from './program/people-routes.ts'
import { programRoutes } from './program/routes.ts'
import { webhookRoutes } from './program/webhook-routes.ts'
import { selectionRoutes } from './selection/routes.ts'
import { doorRoutes } from './webhooks/door-routes.ts'
import { scimRoutes } from './webhooks/scim-routes.ts'

/** Every operation of the HTTP API, by stage. */
export const routes = {
  ...programRoutes,
  ...peopleRoutes,
  ...auditRoutes,
  ...connectionRoutes,
  ...webhookRoutes,
  ...intakeRoutes,
  ...selectionRoutes,
  ...matchingRoutes,
  ...engagementRoutes,
  ...measurementRoutes,
  ...gateRoutes,
  ...packRoutes,
  ...taskLinkRoutes,
  ...doorRoutes,
  ...scimRoutes,
}

export type RouteName = keyof typeof routes

import { gateRoutes } from './gates/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { programRoutes } from './program/routes.ts'

/** Every operation of the HTTP API, by stage. */
export const routes = { ...programRoutes, ...intakeRoutes, ...gateRoutes }

export type RouteName = keyof typeof routes

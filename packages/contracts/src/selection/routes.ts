import { defineRoutes } from '../route.ts'
import { candidacyRoutes } from './candidacy-routes.ts'
import { practicumRoutes } from './practicum-routes.ts'
import { referenceRoutes } from './reference-routes.ts'
import { ruleRoutes } from './rule-routes.ts'
import { supervisionRoutes } from './supervision-routes.ts'

export const selectionRoutes = defineRoutes({
  ...candidacyRoutes,
  ...referenceRoutes,
  ...ruleRoutes,
  ...practicumRoutes,
  ...supervisionRoutes,
})

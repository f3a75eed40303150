import { agreementRoutes } from './agreement-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { sessionRoutes } from './session-routes.ts'

export const engagementRoutes = { ...agreementRoutes, ...sessionRoutes, ...ledgerRoutes, ...calendarRoutes }

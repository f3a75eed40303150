import { api } from '../lib/http/api.ts'
import { agreementHandlers } from './agreements.ts'
import { calendarHandlers } from './calendar.ts'
import { ledgerHandlers } from './ledgers.ts'
import { sessionHandlers } from './sessions.ts'

export const handler = api<'engagement/api'>({
  ...agreementHandlers,
  ...sessionHandlers,
  ...ledgerHandlers,
  ...calendarHandlers,
})

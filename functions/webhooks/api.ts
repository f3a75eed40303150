import { api } from '../lib/http/api.ts'
import { doorHandlers } from './doors.ts'
import { scimHandlers } from './scim.ts'

export const handler = api<'webhooks/api'>({ ...doorHandlers, ...scimHandlers })

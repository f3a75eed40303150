import { workThrough } from '@pilotgate/core/program/hr/inbox/work-through'
import { z } from 'zod'
import { onMessages } from '../lib/queue.ts'
import { askingOf } from './asking.ts'

const delivery = z.object({
  tenantId: z.string(),
  connectionId: z.string(),
  inboxId: z.string(),
  employeeIds: z.array(z.string()).optional(),
})

/** Works through what HR systems have delivered. */
export const handler = onMessages('people-inbox', delivery, (message, work, container, { tries }) =>
  workThrough(work, askingOf(container), message, tries),
)

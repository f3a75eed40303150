import { container } from '@pilotgate/aws/container'
import { queueForgotten } from '@pilotgate/core/program/hr/inbox/queue-forgotten'
import { forEachOrganisation } from '../lib/schedule.ts'

export const handler = forEachOrganisation((work, tenantId) => queueForgotten(work, container().queues, tenantId))

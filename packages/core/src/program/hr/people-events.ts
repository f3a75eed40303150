import { z } from 'zod'
import { eventBase as base } from '../event-base.ts'
import { timestamp } from '../record.ts'
import { changeKinds } from './employees/change-record.ts'

/** What HR systems change about people and their memberships, and who is connected (`core/events.ts` has all events). */
export const peopleEvents = [
  z.strictObject({
    ...base,
    type: z.literal('connection.changed'),
    connectionId: z.string(),
    fields: z.array(z.string()),
  }),
  /** A delivery of an HR system cannot be used: `deliveryId` is its line in the log. */
  z.strictObject({
    ...base,
    type: z.literal('connection.troubled'),
    connectionId: z.string(),
    deliveryId: z.string(),
  }),
  z.strictObject({ ...base, type: z.literal('webhook.changed'), webhookId: z.string(), fields: z.array(z.string()) }),
  /** An HR system has said something about an employee that holds only from a date that lies ahead. */
  z.strictObject({
    ...base,
    type: z.literal('employee.waiting'),
    connectionId: z.string(),
    employeeId: z.string(),
    wakesAt: timestamp,
  }),
  /** HR data of a person have changed (domain §11); what each means is in the line of history `changeId`. */
  z.strictObject({
    ...base,
    type: z.literal('person.changed'),
    personId: z.string(),
    changeId: z.string(),
    kinds: z.array(z.enum(changeKinds)),
    on: z.iso.date(),
  }),
  /** Somebody has left the organisation: they count no longer and see nothing; what they worked on waits for the owner. */
  z.strictObject({ ...base, type: z.literal('member.left'), personId: z.string(), changeId: z.string() }),
  z.strictObject({ ...base, type: z.literal('member.returned'), personId: z.string(), changeId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('task.reassigned'),
    gate: z.string(),
    taskId: z.string(),
    personId: z.string(),
    changeId: z.string(),
  }),
  /** Somebody newly hired was put on the roster (I5). */
  z.strictObject({ ...base, type: z.literal('hire.offered'), personId: z.string(), changeId: z.string() }),
] as const

import { event } from '@pilotgate/core/events'
import { eventCatalogue, type SentEventType, testEventType } from '@pilotgate/core/program/webhooks/event-catalogue'
import { leaves } from '@pilotgate/core/program/webhooks/payload'
import { z } from 'zod'
import { exampleOf } from './example-of.ts'
import type { JsonSchema } from './schemas.ts'

const idOf = (description: string, example: string) =>
  z
    .string()
    .optional()
    .meta({ description, examples: [example] })

const common = {
  programId: idOf('The program; absent for what concerns the organisation', '01KFZ0Q3W5T7R9YB2M4N6P8S0E'),
  by: idOf('The person who did it, or `pilotgate`; absent where it is not told', '01KFZ0Q3W5T7R9YB2M4N6P8S0F'),
}

/** What is sent of an event: its fields that may leave the house. More may be added, so what is not known is to be passed over. */
const dataOf = (type: SentEventType): z.ZodObject => {
  const { shape } = event.options.find((option) => option.shape.type.value === type)!
  const fields = Object.entries(shape).filter(([name]) => leaves(name))
  return z.object({ ...common, ...Object.fromEntries(fields) })
}

const payload = (type: string, data: z.ZodType): JsonSchema => {
  const schema = z.object({
    type: z.literal(type),
    timestamp: z.iso.datetime().meta({ description: 'When it happened; it stays the same when it is sent again' }),
    data,
  })
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', override: withoutPattern })
  return rest as JsonSchema
}

/** The named format says it. */
const withoutPattern = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
}

/** The headers of Standard Webhooks, as parameters that each delivery refers to. */
export const webhookHeaders = {
  WebhookId: {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The same however often the event is sent: take each once. It sorts by the time of the event.',
    schema: { type: 'string' },
    example: 'msg_01KFZ0Q3W5T7R9YB2M4N6P8S0D',
  },
  WebhookTimestamp: {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When it was sent, in seconds since 1970. Refuse what is more than five minutes off your clock.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1798876800',
  },
  WebhookSignature: {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      'One signature for each valid secret, with spaces between them: `v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`. One that fits is enough.',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
} as const

const parameters = Object.keys(webhookHeaders).map((name) => ({ $ref: `#/components/parameters/${name}` }))

const responses = {
  '2XX': { description: 'Taken. What else the answer holds is not read.' },
  '410': { description: 'Nothing more is wanted: the webhook is turned off at once.' },
  default: {
    description:
      'Not taken: it is sent again for three days, and not before `Retry-After` (at most 12 hours). Redirects are not followed.',
  },
}

const described = (type: string, words: string, data: z.ZodType) => ({
  post: {
    tags: ['Webhooks'],
    summary: words,
    description: `Sent as \`${type}\` to the webhooks that want it. Thin: ids, states and days; ask the API for more.`,
    security: [],
    parameters,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: payload(type, data), example: exampleOf(payload(type, data)) } },
    },
    responses,
  },
})

/** The `webhooks` of the OpenAPI document: every event of the catalogue, and what the test button sends. */
export const webhooksOf = (): Record<string, ReturnType<typeof described>> => ({
  ...Object.fromEntries(
    Object.entries(eventCatalogue).map(([type, words]) => [
      type,
      described(type, words, dataOf(type as SentEventType)),
    ]),
  ),
  [testEventType]: described(testEventType, 'Somebody pressed the test button.', z.object({ webhookId: z.string() })),
})

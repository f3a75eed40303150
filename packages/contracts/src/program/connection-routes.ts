import { connectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { connectionView, employeeView, historyLineView, inboxLogView, newSecret } from './connection-views.ts'

const base = { function: 'program/api', tag: 'Connections', action: 'manage connections' } as const
const one = '/v1/connections/{connectionId}'

const name = z.string().trim().min(1, 'Give it a name.').max(100)
const { vendor, offers, zone, status } = connectionRecord.shape
const texts = z.record(z.string().max(60), z.string().trim().min(1).max(2000))
const settings = texts.meta({ description: 'What the vendor asks for: see `GET /v1/connection-vendors`' })
const credentials = texts.meta({
  description: 'What reads back with the vendor: see `GET /v1/connection-vendors`. Never shown again.',
})
const secret = z
  .string()
  .trim()
  .min(16, 'Is shorter than any vendor makes them. Copy the whole secret.')
  .max(500)
  .optional()
  .meta({ description: 'The secret the vendor signs with. Leave it out where Pilotgate makes it (standard, scim).' })

const importResult = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  problems: z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() })),
})

/** HR systems: where the data of people come from (domain §11). */
export const connectionRoutes = defineRoutes({
  listConnectionVendors: {
    ...base,
    method: 'GET',
    path: '/v1/connection-vendors',
    summary: 'The HR systems that can be connected, and what each asks for',
    output: z.object({
      items: z.array(
        z.object({
          vendor,
          words: z.string(),
          settings: z.array(z.object({ name: z.string(), words: z.string(), required: z.boolean() })),
          credentials: z.array(z.object({ name: z.string(), words: z.string(), required: z.boolean() })),
          makesSecret: z.boolean().meta({ description: 'Pilotgate makes the secret, and shows it once' }),
          takesSecret: z.boolean().meta({ description: 'The vendor gives a secret, which is entered here' }),
          readsBack: z.boolean().meta({ description: 'Events say only whom they are about; the state is fetched' }),
          steps: z.array(z.string()).meta({ description: 'How it is set up at the vendor, step by step' }),
        }),
      ),
    }),
  },
  listConnections: {
    ...base,
    method: 'GET',
    path: '/v1/connections',
    summary: 'List the HR systems that people’s data come from',
    output: z.object({ items: z.array(connectionView) }),
  },
  createConnection: {
    ...base,
    method: 'POST',
    path: '/v1/connections',
    summary: 'Connect an HR system',
    status: 201,
    etag: 'gives',
    body: z
      .strictObject({
        vendor,
        name,
        zone,
        settings: settings.default({}),
        credentials: credentials.default({}),
        secret,
        offers: offers.default([]),
      })
      .meta({
        examples: [
          {
            vendor: 'bamboohr',
            name: 'BambooHR of Nordlicht',
            zone: 'Europe/Berlin',
            settings: { company: 'nordlicht' },
            credentials: { apiKey: 'key-of-a-service-user' },
            secret: '123b929362d51613054f71e5e5d4bf2c',
          },
        ],
      }),
    output: connectionView.extend({ newSecret }),
  },
  getConnection: {
    ...base,
    method: 'GET',
    path: one,
    summary: 'Read a connection',
    etag: 'gives',
    output: connectionView,
  },
  editConnection: {
    ...base,
    method: 'PATCH',
    path: one,
    summary: 'Change a connection, or turn it on or off',
    description: 'A connection that is off takes nothing: deliveries are answered as if it did not exist.',
    etag: 'demands',
    body: z
      .strictObject({ name, zone, settings, credentials, offers, status })
      .partial()
      .meta({ examples: [{ status: 'off' }] }),
    output: connectionView,
  },
  removeConnection: {
    ...base,
    method: 'DELETE',
    path: one,
    summary: 'Remove a connection with its secrets and what it has told; the people and their history stay',
    output: z.object({ removed: z.literal(true) }),
  },
  addConnectionSecret: {
    ...base,
    method: 'POST',
    path: `${one}/secrets`,
    summary: 'Add a second secret, so that one can replace the other without losing a delivery',
    status: 201,
    body: z.strictObject({ secret }).meta({ examples: [{ secret: '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH' }] }),
    output: connectionView.extend({ newSecret }),
  },
  removeConnectionSecret: {
    ...base,
    method: 'DELETE',
    path: `${one}/secrets/{secretId}`,
    summary: 'Remove a secret: what is signed with it is turned away from now on',
    output: connectionView,
  },
  testConnection: {
    ...base,
    method: 'POST',
    path: `${one}/test`,
    summary: 'Ask the HR system whether the credentials open what is needed',
    output: z.object({ ok: z.boolean(), words: z.string() }),
  },
  listConnectionDeliveries: {
    ...base,
    method: 'GET',
    path: `${one}/deliveries`,
    summary: 'What came in through a connection and what became of it, newest first',
    query: pageQuery,
    output: pageOf(inboxLogView),
  },
  replayConnectionDelivery: {
    ...base,
    method: 'POST',
    path: `${one}/deliveries/{deliveryId}/replay`,
    summary: 'Work through a delivery once more; kept for 30 days',
    status: 202,
    output: z.object({ queued: z.literal(true) }),
  },
  listEmployees: {
    ...base,
    method: 'GET',
    path: `${one}/employees`,
    summary: 'List the employees as the HR system says they are today, and what is ahead',
    query: pageQuery,
    output: pageOf(employeeView),
  },
  importEmployees: {
    ...base,
    method: 'POST',
    path: `${one}/employees`,
    summary: 'Import employees as JSON: one, or up to 500; what is left out stays as it is',
    description:
      'Takes the fields of the user APIs of mentoring tools (`employeeId`, `email`, `title`, `departmentName`, `supervisorId`, `lastHireDate`, `dateOfTermination` …). Good rows are kept; bad ones are reported with row, field and remedy.',
    body: z
      .union([z.record(z.string(), z.unknown()), z.array(z.unknown()).max(500)])
      .meta({ examples: [{ employeeId: '100', title: 'Head of Platform', dateInJob: '2027-03-01' }] }),
    output: importResult,
  },
  importEmployeesFile: {
    ...base,
    method: 'POST',
    path: `${one}/employees/csv`,
    summary: 'Import employees from CSV (at most 1,000 rows and 1 MB)',
    body: z.strictObject({ csv: z.string().max(1_000_000) }).meta({
      examples: [{ csv: 'employee_id,email,name,title\n100,mira@nordlicht.example,Mira Okafor,Head of Platform\n' }],
    }),
    output: importResult,
  },
  readPersonHistory: {
    method: 'GET',
    path: '/v1/programs/{programId}/people/{personId}/history',
    function: 'program/api',
    action: 'read people',
    tag: 'People',
    summary: 'What HR systems have told of a person, newest first, and what each did in the program',
    query: pageQuery,
    output: pageOf(historyLineView),
  },
})

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { kindAttribute, tableDefinition } from '@pilotgate/aws/dynamodb/table'
import { schedules } from '@pilotgate/workflows/schedules'
import { streams } from '@pilotgate/workflows/streams'
import { openWarehouse } from './athena/warehouse.ts'
import type { Clock } from './clock.ts'
import { CannotStart, openDataFolder } from './data-folder.ts'
import { createTable } from './dynamodb/create-table.ts'
import { type DynamoDb, startDynamoDb } from './dynamodb/start-dynamodb.ts'
import { outsideDatabase, setEnvironment } from './environment.ts'
import { lambdaName, loadFunctions } from './functions.ts'
import { gateway } from './gateway/gateway.ts'
import { openHrStore } from './hr/hr-store.ts'
import { startHrSystem } from './hr/hr-system.ts'
import { sampleEmployees } from './hr/sample-employees.ts'
import { kmsHandler } from './kms/kms-handler.ts'
import { masterKey } from './kms/master-key.ts'
import { localQueues } from './queues/local-queues.ts'
import { openMessageStore } from './queues/message-store.ts'
import { openQueueDesk } from './queues/queue-desk.ts'
import { startQueuePump } from './queues/queue-pump.ts'
import { openScheduleStore } from './schedules/schedule-store.ts'
import { startSchedules } from './schedules/start-schedules.ts'
import { samplePeople } from './seed/sample-company.ts'
import { openMailStore } from './ses/mail-store.ts'
import { signInHandler } from './sign-in/sign-in-handler.ts'
import { createEngine } from './states/engine.ts'
import { openStateStore } from './states/store.ts'
import { startStreamPump } from './streams/stream-pump.ts'
import { openStreamStore } from './streams/stream-store.ts'
import { virtualClock } from './virtual-clock.ts'

export type RuntimeOptions = {
  /** Port of the gateway; 0 takes any free one. */
  port: number
  /** The folder that keeps everything. */
  data: string
  /** Begin with an empty folder. */
  fresh?: boolean
  /** Keep everything in memory (it is then gone with the process), for simulations and tests. */
  memory?: boolean
  /** It will run for a minute or more: the database may start slower to be faster then. */
  long?: boolean
  /** Virtual seconds per second. */
  speed?: number
  /** Stands still until told to move, and where it starts in a new folder. */
  paused?: boolean
  start?: number
  /** Takes one line for the person at the terminal. */
  log?: (line: string) => void
}

/** The running platform. */
export type Runtime = {
  origin: string
  clock: Clock
  /** Resolves once everything that can happen without the clock moving has happened. */
  settled(): Promise<void>
  /** Nothing follows changes of the table until `release`: for measurements of the requests alone. */
  hold(): void
  release(): void
  stop(): Promise<void>
}

export const tableName = 'pilotgate-local'

/**
 * Brings up the whole platform on this machine: database, state machines, mail, streams, schedules, sign-in and the HTTP gateway,
 * running the very functions that deploy.
 * @throws CannotStart, DatabaseProblem – both with a remedy in the message
 */
export const startRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { log = () => {} } = options
  const folder = openDataFolder(options.data, { fresh: options.fresh })
  const undo: (() => unknown)[] = [folder.release]
  /** Where a store keeps its rows: nothing that outlives the database would be of use without it. */
  const store = (name: string) => (options.memory ? ':memory:' : folder.file(name))
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const server = await listen(options.port)
    undo.push(() => close(server))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await refuseBlockedPort(origin)

    const database = await openDatabase(options, folder.file('dynamodb'), log)
    undo.push(database.stop)
    setEnvironment({ origin, dynamodb: database.endpoint, tableName })
    const dynamodb = new DynamoDBClient({ maxAttempts: 10 })
    const { streamArn } = await createTable(dynamodb, tableDefinition(tableName))
    dynamodb.destroy()

    const clock = virtualClock({
      start: options.start,
      running: !options.paused,
      speed: options.speed,
      persist: options.memory ? undefined : folder.clock,
    })
    if (options.speed !== undefined && !options.paused) clock.run(options.speed)
    const functions = await loadFunctions()
    log('Functions are loaded')

    const states = openStateStore(store('states.sqlite'))
    undo.push(states.close)
    // A fast clock would time out functions that take real time; people's deadlines count all the same.
    const engine = createEngine({ clock, store: states, invoke: functions, timeRequests: false })
    undo.push(engine.close)

    const mails = openMailStore(store('mail.sqlite'))
    const messages = openMessageStore(store('queues.sqlite'))
    undo.push(messages.close)
    const desk = openQueueDesk(messages, clock, log)
    const keyIn = (name: string) => (options.memory ? undefined : folder.file(name))
    const keys = kmsHandler({
      notes: masterKey(keyIn('notes.key'), 'confidential notes'),
      secrets: masterKey(keyIn('secrets.key'), 'secrets of connections and webhooks'),
    })
    // Parquet files cannot be in memory: a run without a memory of its own has a folder of its own, gone when it ends.
    const warehouse = openWarehouse({
      folder: folder.file(options.memory ? 'warehouse-of-this-run' : 'warehouse'),
      clock,
      temporary: options.memory,
    })
    undo.push(warehouse.close)
    const signIn = await signInHandler({ origin, folder: folder.file('.'), people: samplePeople, log })
    const runtime = {
      ...{ origin, clock, stop },
      settled: () => settled(),
      hold: () => pump.hold(),
      release: () => pump.release(),
    }
    const hr = startHrSystem({ store: openHrStore(store('hr.sqlite'), sampleEmployees), clock })
    undo.push(hr.close)
    server.off('request', starting)
    server.on('request', gateway({ runtime, functions, engine, mails, keys, desk, warehouse, signIn, hr }))

    const streamsClient = new DynamoDBStreamsClient({ maxAttempts: 10 })
    undo.push(() => streamsClient.destroy())
    const pump = startStreamPump({
      streamsClient,
      streamArn,
      consumers: streams.map(({ function: name, kinds }) => ({
        functionName: lambdaName(name),
        batchSize: 10,
        filter: ({ eventName, dynamodb }) =>
          eventName === 'INSERT' && kinds.includes(dynamodb?.NewImage?.[kindAttribute]?.S ?? ''),
        maxRetries: 10,
      })),
      invoke: functions,
      positions: openStreamStore(store('streams.sqlite')),
      clock,
      // Whoever moves a clock that stands still asks first whether all is settled, which reads at once.
      pollMs: options.paused ? 50 : undefined,
      log,
    })
    undo.push(pump.stop)
    const queuePump = startQueuePump({ desk, queues: localQueues, invoke: functions, clock, log })
    undo.push(queuePump.stop)
    const timetable = startSchedules({
      clock,
      invoke: functions,
      schedules: schedules.map(({ name, expression, function: file }) => ({
        name,
        expression,
        functionName: lambdaName(file),
      })),
      store: openScheduleStore(store('schedules.sqlite')),
      log,
    })
    undo.push(timetable.stop)
    engine.recover()

    // Each part may give work to the others, so one quiet look at all of them, without a function run meanwhile, is the end.
    const settled = async () => {
      for (;;) {
        await timetable.settled()
        await engine.idle()
        await queuePump.settled()
        await hr.settled()
        // A function under way may write after the stream was found empty: then it takes another look.
        const before = functions.running() === 0 ? functions.invocations() : undefined
        await pump.settled()
        const busy = [engine, timetable, pump, queuePump, hr].some((part) => part.busy())
        const quiet = functions.running() === 0 && !busy
        if (quiet && functions.invocations() === before) return
      }
    }
    return runtime
  } catch (error) {
    await stop()
    throw error
  }
}

const openDatabase = async (
  { memory, long }: RuntimeOptions,
  folder: string,
  log: (line: string) => void,
): Promise<Pick<DynamoDb, 'endpoint' | 'stop'>> => {
  const outside = outsideDatabase()
  if (outside) {
    log(`Using the database at ${outside} (AWS_ENDPOINT_URL_DYNAMODB)`)
    return { endpoint: outside, stop: async () => {} }
  }
  log('Starting the database')
  return startDynamoDb({ ...(!memory && { folder }), long, log })
}

/** Until everything is up, whoever asks is told so, and does not wait for an answer that never comes. */
const starting: RequestListener = (_, response) => {
  response
    .writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' })
    .end('Pilotgate is starting. Try again in a moment.')
}

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(starting)
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const text = taken
        ? `Port ${port} is taken. Choose another with --port NUMBER.`
        : `Port ${port}: ${error.message}`
      reject(new CannotStart(text))
    })
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Browsers, and fetch, refuse ports that other protocols use (WHATWG fetch, "bad port"); fetch knows which. */
const refuseBlockedPort = async (origin: string) => {
  const answer = await fetch(origin, { signal: AbortSignal.timeout(20) }).catch((error: Error) => error)
  if ((answer as { cause?: Error }).cause?.message !== 'bad port') return
  throw new CannotStart(`Browsers refuse ${origin} because of its port. Choose another with --port NUMBER.`)
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

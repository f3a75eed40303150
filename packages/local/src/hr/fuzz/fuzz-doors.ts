import { noAnswer, type RawHttpRequest, rawConnection } from '../raw-http.ts'
import { seconds } from '../vendors/fake-vendor.ts'
import { fakeVendors } from '../vendors/index.ts'
import { type Content, changeContent } from './content.ts'
import { type Draws, drawsOf } from './draws.ts'
import { type Expected, expectedOf, type FuzzedDoor } from './expected.ts'
import { changeWire } from './wire.ts'

/** `request`: as JSON, with the body in Base64; a chunked one goes out in pieces of 50,000 bytes. */
export type Miss = { index: number; vendor: string; status: number; wanted: 'taken' | 'refused'; request: string }
export type Fuzzed = {
  sent: number
  taken: number
  refused: number
  /** How often each status was answered, or `noAnswer` came of it. */
  statuses: Record<string, number>
  takenWrongly: Miss[]
  refusedWrongly: Miss[]
  /** Answered with 5xx, or not at all. */
  faults: Miss[]
  /** By connection: the ids under which the log must know what was taken. */
  inboxIds: Map<string, Set<string>>
}

const atOnce = 8

/** A delivery of a real event, as its vendor would send it. */
const wholeContent = (door: FuzzedDoor, index: number, now: number, draws: Draws): Content => {
  const vendor = fakeVendors[door.vendor]
  const [first] = vendor.eventsOf({
    ...{ phase: draws.one(['said', 'holds', 'left'] as const), id: 101 + (index % 70), hire: draws.isIn(0.3) },
    ...{ status: 'active' as const, fields: ['title'], effectiveOn: '2027-01-04', at: now - draws.upTo(1000) * 1000 },
    newId: () => `id-${index}`,
    state: {
      ...{
        email: `person.${index % 70}@fuzz.example`,
        firstName: 'Mira',
        lastName: 'Fuzz',
        title: draws.one(['Team lead', 'Head of Ö']),
      },
      ...{ department: 'Sales', managerId: 116, zone: 'UTC', hiredOn: '2020-01-01', endsOn: null, status: null },
    },
  })
  const body = first?.body ?? { type: 'payroll.updated', timestamp: seconds(now), data: { employeeId: '150' } }
  return {
    ...{ id: `msg_${index}`, seconds: String(now / 1000), headers: [] },
    ...{ body: Buffer.from(JSON.stringify(body)), secret: draws.one(door.secrets) ?? '' },
  }
}

const requestOf = (door: FuzzedDoor, said: Content, signed: Content): RawHttpRequest => {
  const proof = fakeVendors[door.vendor].sign(signed.secret, signed)
  return {
    ...{ method: 'POST', path: door.path, body: said.body },
    headers: [['content-type', 'application/json'], ...said.headers, ...Object.entries(proof)],
  }
}

/** One in five is as it should be; the others are changed, some before they are signed, some after. */
const draw = (doors: FuzzedDoor[], seed: number, index: number, now: number) => {
  const draws = drawsOf(seed, index)
  const door = draws.one(doors)
  const whole = wholeContent(door, index, now, draws)
  const content = draws.isIn(0.5) ? changeContent(whole, draws) : whole
  let request = requestOf(door, content, draws.isIn(0.6) ? content : whole)
  for (let more = draws.isIn(0.6) ? 1 + draws.upTo(2) : 0; more > 0; more -= 1) request = changeWire(request, draws)
  // Somebody who knows one door tries another.
  if (draws.isIn(0.03)) request = { ...request, path: draws.one(doors).path }
  return { door, request }
}

const asChunks = (request: RawHttpRequest): RawHttpRequest => {
  if (!request.headers.some(([name]) => name === 'transfer-encoding')) return request
  const pieces: Buffer[] = []
  for (let at = 0; at < request.body.length; at += 50_000) {
    const piece = request.body.subarray(at, at + 50_000)
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
  }
  return { ...request, body: Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]) }
}

const mayClose = (expected: Expected): boolean => !expected.taken && expected.unheard

/** Base64; the large ones are the same byte again and again. */
const bytesInWords = (body: Buffer): string =>
  body.length > 1000 && body.every((byte) => byte === body[0])
    ? `${body.length} times byte ${body[0]}`
    : body.toString('base64')

const words = ({ body, ...head }: RawHttpRequest): string => JSON.stringify({ ...head, body: bytesInWords(body) })

/**
 * Sends mutated deliveries to doors and compares each answer with what was worked out anew from what went over the wire. The clock of
 * the platform must stand still. The same seed draws the same kinds of changes; as each platform has keys and secrets of its own, the
 * bytes are others.
 * @param now of the platform's clock, epoch milliseconds, a whole second
 * @param from number of the first case
 */
export const fuzzDoors = async (
  origin: string,
  doors: FuzzedDoor[],
  { seed, count, now, from = 0 }: { seed: number; count: number; now: number; from?: number },
): Promise<Fuzzed> => {
  const found: Fuzzed = {
    ...{ sent: 0, taken: 0, refused: 0, statuses: {} },
    ...{ takenWrongly: [], refusedWrongly: [], faults: [], inboxIds: new Map() },
  }
  const judge = (index: number, vendor: string, request: RawHttpRequest, expected: Expected, status: number) => {
    // Elsewhere there are pages, which anybody may read.
    const wasTaken = status >= 200 && status < 300 && request.path.startsWith('/v1/')
    found.sent += 1
    found[wasTaken ? 'taken' : 'refused'] += 1
    found.statuses[status] = (found.statuses[status] ?? 0) + 1
    const isUnanswered = status === noAnswer.silent || (status === noAnswer.closed && !mayClose(expected))
    const misses =
      status >= 500 || isUnanswered
        ? found.faults
        : wasTaken && !expected.taken
          ? found.takenWrongly
          : !wasTaken && expected.taken
            ? found.refusedWrongly
            : undefined
    misses?.push({ index, vendor, status, wanted: expected.taken ? 'taken' : 'refused', request: words(request) })
    if (!expected.taken || expected.inboxId === undefined) return
    const ids = found.inboxIds.get(expected.connectionId) ?? new Set()
    found.inboxIds.set(expected.connectionId, ids.add(expected.inboxId))
  }
  let next = from
  const worker = async () => {
    const connection = rawConnection(origin)
    while (next < from + count) {
      const index = next++
      const { door, request } = draw(doors, seed, index, now)
      const wire = asChunks(request)
      const expected = expectedOf(request, doors, now)
      let status = await connection.send(wire)
      // A kept connection may end just when the next request comes.
      if (status === noAnswer.closed && !mayClose(expected)) status = await connection.send(wire)
      if (status !== 200) connection.close()
      judge(index, door.vendor, request, expected, status)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return found
}

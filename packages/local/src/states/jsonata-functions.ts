import { createHash, randomInt, randomUUID } from 'node:crypto'
import jsonata from 'jsonata'

/**
 * The functions Step Functions adds to JSONata, and the ones it ties to the execution (developer guide, "Transforming data
 * with JSONata": $partition, $range, $hash, $random, $uuid, $parse; `$eval` is not offered).
 */
export function awsFunctions(now: number): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    random,
    uuid: () => randomUUID(),
    parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    millis: () => now,
    now: (picture?: string, zone?: string) => formatMillis.evaluate({ now }, { picture, zone }),
    eval: () => {
      throw new Error('The function $eval is not supported.')
    },
  }
}

const formatMillis = jsonata('$fromMillis(now, $picture, $zone)')

function partition(values: unknown, size: number): unknown[][] | undefined {
  if (values === undefined) return undefined
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition: the size must be a positive integer.')
  const list = Array.isArray(values) ? values : [values]
  const parts: unknown[][] = []
  for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size))
  return parts
}

function range(first: number, last: number, step: number): number[] {
  if (![first, last, step].every(Number.isFinite) || step === 0) {
    throw new Error('$range: needs a first value, a last value and a step other than 0.')
  }
  const count = Math.floor((last - first) / step) + 1
  if (count > 1000) throw new Error('$range: the array is limited to 1000 elements.')
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * step)
}

const ALGORITHMS: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

function hash(data: unknown, algorithm = 'SHA-256'): string | undefined {
  if (data === undefined) return undefined
  const name = ALGORITHMS[algorithm]
  if (!name) throw new Error(`$hash: the algorithm must be one of ${Object.keys(ALGORITHMS).join(', ')}.`)
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return createHash(name).update(text).digest('hex')
}

/** A number from 0 to below 1; the same for the same seed. */
function random(seed?: number): number {
  const limit = 2 ** 32
  if (seed === undefined) return randomInt(limit) / limit
  return createHash('sha256').update(String(seed)).digest().readUInt32BE() / limit
}

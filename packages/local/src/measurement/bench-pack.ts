import { packPage } from '@pilotgate/core/gates/pack/pack-page'
import { load, peakMemory, rounded } from '../matching/bench-measure.ts'
import { samplePack } from './sample-pack.ts'

/**
 * `npm run bench:pack`: the time from drawn rows of 40 participants over 24 weeks (KPIs, matched comparison, return on investment) to
 * the page, and its size. The first run counts: a Lambda function that was not used for a while has no second one.
 */
const run = () => {
  const started = performance.now()
  const data = samplePack()
  const collected = performance.now()
  const page = packPage(data)
  const done = performance.now()
  return {
    workedOutMs: rounded(collected - started),
    pageMs: rounded(done - collected),
    bytes: Buffer.byteLength(page),
  }
}

const runs = Array.from({ length: 5 }, run)
const least = runs.toSorted((a, b) => a.workedOutMs + a.pageMs - b.workedOutMs - b.pageMs)[0]
console.log(JSON.stringify({ first: runs[0], least, peakMb: peakMemory(), load: load() }, undefined, 2))

import { beforeAll, describe, expect, test } from 'vitest'
import { type CrashRun, crashRun } from '../../packages/local/src/simulate/crash/crash-run.ts'
import { shortPilot } from '../../packages/local/src/simulate/crash/short-pilot.ts'

/** The same for a full pilot and any number of kills: `npm run crash -- --kills 30 --seed 1`. */
const kills = 8

describe(`a pilot on a platform that is killed ${kills} times with SIGKILL`, () => {
  let whole: CrashRun
  let killed: CrashRun

  beforeAll(async () => {
    const options = { seed: 1, template: shortPilot, size: { leaders: 6, providers: 10 } }
    const runs = await Promise.all([crashRun({ ...options, kills: 0 }), crashRun({ ...options, kills })])
    whole = runs[0]
    killed = runs[1]
    const { mails, starts } = killed
    console.log(
      `${killed.kills} kills; served again after ${Math.min(...starts.slice(1))} to ${Math.max(...starts.slice(1))} ms; ` +
        `${mails.sent} mails sent, ${mails.unknown} of unknown fate, of which ${mails.lost} lost.`,
    )
  }, 600_000)

  test('is killed as often as that, and serves again each time', () => {
    expect(killed.kills).toBe(kills)
    expect(killed.starts).toHaveLength(kills + 1)
  })

  test('has the same final record as an undisturbed one: every outcome, value and decision, and who decided', () => {
    expect(whole.record).toMatchObject({ status: 'completed', executions: ['SUCCEEDED'] })
    expect(killed.record.weeks).toEqual(whole.record.weeks)
    expect(killed.record.result).toBe(whole.record.result)
    expect(killed.record.executions).toEqual(['SUCCEEDED'])
    expect(killed.record.historyEvents).toBe(whole.record.historyEvents)
  })

  test('loses no task and has none twice', () => {
    expect(killed.record.tasks).toEqual(whole.record.tasks)
    expect(new Set(killed.record.tasks).size).toBe(killed.record.tasks.length)
  })

  test('accounts for every mail, sends none twice, and knows of each that may be lost', () => {
    expect(killed.record.mails).toEqual(whole.record.mails)
    for (const { mails, record } of [whole, killed]) {
      expect(mails).toMatchObject({ claimed: 0, refused: 0, twice: [] })
      // Also without a kill the mail service may fall silent for a moment, on a machine that is busy enough.
      expect(mails.sent + mails.unknown).toBe(record.mails.length)
      expect(mails.lost).toBeLessThanOrEqual(mails.unknown)
    }
  })

  test('gives up no event', () => {
    expect(killed.deadLetters).toBe(0)
  })
})

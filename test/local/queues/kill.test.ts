import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startQueuePump } from '@pilotgate/local/queues/queue-pump'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, expect, it } from 'vitest'
import { minutes, openDesk, standard } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-queue-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('keeps every message that was taken in, once, over SIGKILL', async () => {
  const file = join(folder, 'queues.sqlite')
  const taken: string[] = []
  for (const first of [1_000, 2_000_000, 3_000_000]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'queue-child.ts'), file, String(first)])
    const ended = once(child, 'close')
    let lines = 0
    for await (const line of createInterface(child.stdout)) {
      taken.push(line)
      lines += 1
      if (lines === 50) child.kill('SIGKILL')
    }
    await ended
  }
  const { desk, store, clock } = openDesk(file)
  const found: string[] = []
  const invoke = {
    invoke: async (_: string, event: unknown) =>
      void found.push(...(event as SQSEvent).Records.map(({ body }) => body)),
  }
  const pump = startQueuePump({ desk, queues: [standard], invoke, clock })
  await pump.settled()
  await pump.stop()
  store.close()
  expect(taken.length).toBeGreaterThanOrEqual(150)
  expect(new Set(found).size).toBe(found.length)
  expect(taken.filter((body) => !found.includes(body))).toEqual([])
})

it('hands over again, at its time, what a function had in hand when everything ended', async () => {
  const file = join(folder, 'in-hand.sqlite')
  const before = openDesk(file)
  before.desk.send(standard, [{ body: 'one' }])
  before.desk.hold(before.desk.take(standard, 1))
  before.store.close()
  const { desk, store, later } = openDesk(file)
  expect(desk.take(standard, 1)).toEqual([])
  later(minutes(1))
  expect(desk.take(standard, 1)).toMatchObject([{ body: 'one', receives: 2 }])
  store.close()
})

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStateStore } from '../../../packages/local/src/states/store.ts'
import { essence, misnumbered, RESULT } from './crash-scenario.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

type Life = { finished: boolean; acknowledged: string[]; started: boolean; errors: string }

/** Runs the scenario in a process of its own, killed so many milliseconds after it is ready. */
function live(folder: string, killAfter?: number): Promise<Life> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-child.ts'), folder])
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  child.stdout.on('data', (chunk) => {
    if (killAfter !== undefined && !output.includes('ready') && `${chunk}`.includes('ready')) {
      setTimeout(() => child.kill('SIGKILL'), killAfter)
    }
    output += chunk
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      const acknowledged = [...output.matchAll(/acknowledged (.+)\n/g)].map(([, token]) => token as string)
      resolve({ finished: output.includes('finished'), started: output.includes('started'), acknowledged, errors })
    })
  })
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'states-kill-'))
  folders.push(folder)
  return folder
}

function history(folder: string) {
  const store = openStateStore(join(folder, 'states.db'))
  const row = store.executions.find('arn:aws:states:us-east-1:000000000000:execution:crash:one')
  const events = store.executions.events(row?.id ?? 0, { limit: 1000, after: 0, reverse: false })
  store.close()
  return { row, events }
}

describe('an engine killed with SIGKILL', () => {
  it('goes on where it was, keeping everything it acknowledged', { timeout: 120_000 }, async () => {
    const whole = newFolder()
    expect(await live(whole)).toMatchObject({ finished: true, errors: '' })
    const folder = newFolder()
    const acknowledged: string[] = []
    let lives = 0
    let started = false
    // A fixed list of moments: from right after the start to well into the scenario.
    for (const killAfter of [0, 3, 11, 24, 37, 5, 48, 61, 17, 30, 72, 8, 55, 90, 20]) {
      const life = await live(folder, killAfter)
      acknowledged.push(...life.acknowledged)
      if (started) expect(history(folder).row?.name).toBe('one')
      started ||= life.started
      expect(life.errors).toBe('')
      if (life.finished) break
      lives += 1
    }
    const last = await live(folder)
    acknowledged.push(...last.acknowledged)
    expect(last).toMatchObject({ finished: true, errors: '' })
    const { row, events } = history(folder)
    expect([row?.status, JSON.parse(row?.output ?? '')]).toEqual(['SUCCEEDED', RESULT])
    expect(misnumbered(events)).toEqual([])
    expect(essence(events)).toEqual(essence(history(whole).events))
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    console.log(`Killed ${lives} times on the way.`)
    expect(lives).toBeGreaterThan(2)
  })
})

import { ulids } from '@pilotgate/aws/ids'
import { evaluateGate } from '@pilotgate/core/gates/evaluate-gate'
import { openWeek } from '@pilotgate/core/gates/open-week'
import { weeklyCheck } from '@pilotgate/core/gates/weekly-check'
import type { Store } from '@pilotgate/core/ports'
import type { Work } from '@pilotgate/core/program/actor'
import type { Task } from '@pilotgate/core/program/task'
import { type ProgramTemplate, programTemplate } from '@pilotgate/core/program/template'
import { describe, expect, test } from 'vitest'
import { fakeStore } from '../contract/fakes/store.ts'
import { programId, seed, tenantId } from '../workflows/seed.ts'
import { twoWeeks } from '../workflows/stage.ts'

const cohort = 250
const scope = { tenantId, scope: programId }
const ref = { tenantId, programId, gate: 'G01' }
const opened = '2027-01-04T08:00:00.000Z'
const checked = '2027-01-08T15:00:00.000Z'
const nextMonday = '2027-01-18T09:00:00.000Z'

/** One gate that asks everyone: a cohort too large for one transaction. */
const template: ProgramTemplate = programTemplate.parse({
  ...twoWeeks,
  gates: [
    {
      ...twoWeeks.gates[0],
      asks: [{ fact: 'baseline-captured', of: 'participant', from: 'each', question: 'Is it captured?' }],
      criterion: { words: 'Half', all: [{ rule: 'at-least', fact: 'baseline-captured', threshold: 0.5 }] },
    },
  ],
})

type Job = { before: (work: Work) => Promise<unknown>; run: (work: Work) => Promise<unknown>; now: string }

/** The first so many people say yes. */
const someAnswer = async ({ store }: Work, count: number) => {
  const { items } = await store.list('task', scope, { limit: 1000 })
  for (const task of items.slice(0, count)) {
    const done: Task = {
      ...task,
      status: 'done',
      answer: { kind: 'yes-no', yes: true },
      doneBy: task.personId,
      doneAt: opened,
    }
    await store.commit([{ kind: 'task', record: done, expect: task.version }])
  }
}

const jobs: Record<string, Job> = {
  'opening a week': { before: async () => {}, run: (work) => openWeek(work, ref), now: opened },
  'a gate that passes and cancels what is still open': {
    before: async (work) => {
      await openWeek({ ...work, now: opened }, ref)
      await someAnswer(work, 130)
    },
    run: (work) => evaluateGate(work, ref),
    now: checked,
  },
  'the weekly check with many overdue tasks': {
    before: async (work) => {
      await openWeek({ ...work, now: opened }, ref)
      await someAnswer(work, 20)
    },
    run: (work) => weeklyCheck(work, tenantId, programId),
    now: nextMonday,
  },
}

/** Runs a job that dies at its n-th write, before or after it took effect, and repeats it as the machine or the schedule would. */
const live = async ({ before, run, now }: Job, death?: { write: number; after: boolean }) => {
  const ids = ulids()
  const store = fakeStore(ids)
  await seed(store, template, cohort)
  await before({ store, ids, now })
  let writes = 0
  const mortal: Store = {
    ...store,
    async commit(changes, events) {
      writes += 1
      if (writes !== death?.write) return store.commit(changes, events)
      if (death.after) await store.commit(changes, events)
      throw new Error('killed')
    },
  }
  let died = false
  await run({ store: mortal, ids, now }).catch((error: Error) => {
    if (error.message !== 'killed') throw error
    died = true
  })
  if (died) await run({ store, ids, now })
  const events = (await store.events({ tenantId, programId }, { limit: 1000 })).items
  const rows = async (kind: 'task' | 'gate' | 'weeklyCheck' | 'program') =>
    (await store.list(kind, kind === 'program' ? { tenantId, scope: '-' } : scope, { limit: 1000 })).items
  const record = {
    events: events.map(({ eventId: _, ...event }) => JSON.stringify(event)).sort(),
    rows: (await Promise.all([rows('task'), rows('gate'), rows('weeklyCheck'), rows('program')])).flat(),
  }
  return { record, died }
}

describe.each(Object.entries(jobs))('%s, cut off at any write and repeated', (_, job) => {
  test('leaves the same record and tells the same events, each once', async () => {
    const whole = await live(job)
    let deaths = 0
    for (let write = 1; ; write += 1) {
      const lives = [await live(job, { write, after: false }), await live(job, { write, after: true })]
      for (const { record, died } of lives) {
        deaths += died ? 1 : 0
        expect(record.events, `write ${write}`).toEqual(whole.record.events)
        expect(record.rows, `write ${write}`).toEqual(whole.record.rows)
      }
      if (!lives.some(({ died }) => died)) break
    }
    expect(deaths).toBeGreaterThanOrEqual(4)
  })
})

import { moveSession } from '@pilotgate/core/engagement/sessions/move-session'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { localQueues } from '@pilotgate/local/queues/local-queues'
import { startQueuePump } from '@pilotgate/local/queues/queue-pump'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/engagement/queue.ts'
import { openDesk } from '../../local/queues/desk.ts'
import { day } from '../pair.ts'
import { type Invited, invited } from './calendars.ts'

const held = vi.hoisted(() => ({ container: {} as object }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../../functions/lib/log.ts', () => ({ log: () => {} }))

const queue = localQueues.find(({ name }) => name === 'invitations.fifo')!
const hour = 3_600_000
let here: Invited
let opened: ReturnType<typeof openDesk>
let pump: ReturnType<typeof startQueuePump>
beforeEach(async () => {
  here = await invited()
  opened = openDesk()
  const { desk, clock } = opened
  held.container = {
    ...{ store: here.store, mailer: here.mailer },
    config: { MAIL_FROM: 'Pilotgate <program@mail.example.org>', PUBLIC_URL: 'https://pilotgate.example.org' },
    queues: { postpone: async (_: string, ...rest: [string, number]) => desk.postpone(queue, ...rest) },
  }
  const invoke = { invoke: (_: string, event: unknown) => handler(event as never, { functionName: 'x' } as never) }
  pump = startQueuePump({ desk, queues: [queue], invoke, clock })
})
afterEach(() => pump.stop())

const send = async () => {
  await here.follow()
  const messages = here.waiting.splice(0).map(({ body, group, dedupe }) => ({
    ...{ body: JSON.stringify(body), group: group!, dedupe: dedupe! },
  }))
  opened.desk.send(queue, messages)
  await pump.settled()
}
/** The time goes on from one handing over to the next. */
const goOn = async (hours: number) => {
  const { clock } = opened
  const until = clock.now() + hours * hour
  for (let due = clock.nextDue(); due !== undefined && due <= until; due = clock.nextDue()) {
    clock.jump(due)
    await pump.settled()
  }
  clock.jump(until)
  await pump.settled()
}
const sequences = () => here.mailer.delivered.map(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar!.content)![1])

it('keeps a session and what comes after it in order through a day without the mail service', async () => {
  here.mailer.down = true
  const { id } = await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(1) })
  await send()
  await goOn(5)
  await moveSession(here.at(), here.cora, here.programId, id, { startsAt: day(2) })
  await send()
  await goOn(21)
  expect([sequences(), opened.desk.deadLetters()]).toEqual([[], []])
  here.mailer.down = false
  await goOn(1)
  expect(sequences()).toEqual(['1', '1'])
  expect(opened.desk.count(queue)).toEqual({ visible: 0, hidden: 0, delayed: 0 })
})

it('is through minutes after a short outage, while other sessions go on', async () => {
  here.mailer.down = true
  await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(1) })
  await send()
  here.mailer.down = false
  await scheduleSession(here.at(), here.cora, here.programId, here.other, { startsAt: day(3) })
  await send()
  expect(sequences()).toEqual(['0', '0'])
  await goOn(1 / 60)
  expect(sequences()).toEqual(['0', '0', '0', '0'])
})

it('gives up after a day and a half, and takes it up again when it is put back', async () => {
  here.mailer.down = true
  await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(1) })
  await send()
  await goOn(33)
  expect(opened.desk.deadLetters()).toEqual([])
  await goOn(3)
  expect(opened.desk.deadLetters()).toMatchObject([{ receives: queue.mostReceives }])
  here.mailer.down = false
  opened.desk.redrive(queue)
  await pump.settled()
  expect(sequences()).toEqual(['0', '0'])
})

import { queueControl } from '@pilotgate/local/queues/queue-control'
import { expect, it } from 'vitest'
import { fifo, minutes, openDesk, standard } from './desk.ts'

it('lists what waits and what was given up, and puts it back', async () => {
  const { desk, later } = openDesk()
  const app = queueControl(desk, [standard, fifo])
  const read = async () => (await app.request('/local/queues')).json()
  const redrive = (queue: string) => app.request(`/local/queues/${queue}/redrive`, { method: 'POST' })
  const [sent] = desk.send(standard, [{ body: 'poison' }])
  for (let time = 0; time < standard.mostReceives; time += 1) {
    desk.take(standard, 10)
    later(minutes(1))
  }
  desk.send(standard, [{ body: 'hidden' }])
  desk.take(standard, 10)
  desk.send(standard, [{ body: 'waits' }, { body: 'delayed', delaySeconds: 60 }])
  const none = { visible: 0, hidden: 0, delayed: 0, deadLetters: [] }
  const letter = {
    ...{ messageId: sent!.messageId, body: 'poison', receives: 3 },
    ...{ sentAt: '2027-01-04T08:00:00.000Z', deadAt: '2027-01-04T08:03:00.000Z' },
  }
  expect(await read()).toEqual([
    { name: 'plain', visible: 1, hidden: 1, delayed: 1, deadLetters: [letter] },
    { name: 'line.fifo', ...none },
  ])
  expect(await (await redrive('line.fifo')).json()).toEqual({ redriven: 0 })
  expect(await (await redrive('plain')).json()).toEqual({ redriven: 1 })
  expect(await read()).toMatchObject([{ visible: 2, deadLetters: [] }, none])
  expect((await redrive('other')).status).toBe(404)
})

import { fork } from 'node:child_process'
import { rawConnection } from '../raw-http.ts'
import type { Batch } from './batch.ts'

type Order = { origin: string; atOnce: number; requests: Batch['requests'] }
export type Sent = { tookMs: number; statuses: number[]; answersMs: number[] }

/** Sends a batch over so many kept connections. */
const sendBatch = async ({ origin, atOnce, requests }: Order): Promise<Sent> => {
  const statuses: number[] = []
  const answersMs: number[] = []
  let next = 0
  const worker = async () => {
    const connection = rawConnection(origin)
    for (let request = requests[next++]; request; request = requests[next++]) {
      const asked = performance.now()
      statuses.push(await connection.send(request))
      answersMs.push(performance.now() - asked)
    }
    connection.close()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { tookMs: performance.now() - started, statuses, answersMs }
}

/** The sender's side, in the process that was started for it. */
export const serveSender = (): void => {
  process.on('message', (order: Order) => void sendBatch(order).then((sent) => process.send?.(sent)))
}

/** A process of its own that sends: its work is not to slow down the platform's. @param file what it runs, which calls `serveSender` */
export const startSender = (file: string) => {
  const child = fork(file, ['--sender'], { serialization: 'advanced' })
  return {
    send: (order: Order): Promise<Sent> =>
      new Promise((resolve, reject) => {
        const fail = (code: number | null) => reject(new Error(`The sender ended (${code}).`))
        child.once('exit', fail)
        child.once('message', (sent) => {
          child.off('exit', fail)
          resolve(sent as Sent)
        })
        child.send(order)
      }),
    stop: () => void child.kill(),
  }
}

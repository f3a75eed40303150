/** Takes numbered messages in, printing each once it is taken; meant to be killed. Usage: node queue-child.ts FILE FIRST */
import { openMessageStore } from '../../../packages/local/src/queues/message-store.ts'
import { openQueueDesk } from '../../../packages/local/src/queues/queue-desk.ts'
import { standard, start } from './desk.ts'

const desk = openQueueDesk(openMessageStore(process.argv[2] as string), { now: () => start })
for (let number = Number(process.argv[3]); ; number += 1) {
  desk.send(standard, [{ body: String(number) }])
  process.stdout.write(`${number}\n`)
}

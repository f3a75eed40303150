/** Serves the local warehouse on a folder and prints its address; meant to be killed. Usage: node warehouse-child.ts FOLDER */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openWarehouse } from '../../../packages/local/src/athena/warehouse.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'

const clock = virtualClock({ start: Date.parse('2027-01-04T08:00:00Z'), running: false })
const warehouse = openWarehouse({ folder: process.argv[2] as string, clock })
const server = createServer((request, response) => {
  const isRows = String(request.headers['x-amz-target']).startsWith('Firehose')
  return isRows ? warehouse.firehose(request, response) : warehouse.athena(request, response)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))

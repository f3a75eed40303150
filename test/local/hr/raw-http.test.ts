import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { noAnswer, rawConnection } from '../../../packages/local/src/hr/raw-http.ts'

const request = { method: 'POST', path: '/', headers: [], body: Buffer.from('x') }

/** A connection to a server that does this with what comes. */
const connected = async (answer: (socket: Socket) => void, limitMs?: number) => {
  const server = createServer((socket) => void socket.on('error', () => undefined).on('data', () => answer(socket)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const connection = rawConnection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, limitMs)
  onTestFinished(() => {
    connection.close()
    server.close()
  })
  return connection
}

test('a server that never answers is waited for only so long', async () => {
  const connection = await connected((socket) => void socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 50)
  expect(await connection.send(request)).toBe(noAnswer.silent)
  expect(await connection.send(request)).toBe(noAnswer.silent)
})

test('a connection that is closed without an answer is told from one', async () => {
  const words = ['', 'HTTP/1.1 204 No Content\r\n\r\n']
  const connection = await connected((socket) => void socket.end(words.shift() ?? ''))
  expect(await connection.send(request)).toBe(noAnswer.closed)
  expect(await connection.send(request)).toBe(204)
})

import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A proxy that carries everything through, but drops the connection instead of giving the answer to the next `lose` requests
 * for `target` (`PutItem`): done, but the caller never hears of it.
 */
export const losingProxy = async (endpoint: string) => {
  const losing = { target: '', lose: 0, lost: 0 }
  const server = createServer(async (incoming, response) => {
    const { method, headers, url } = incoming
    const outgoing = request(new URL(url!, endpoint), { method, headers })
    incoming.pipe(outgoing)
    const [answer] = await once(outgoing, 'response')
    if (losing.lose > 0 && String(headers['x-amz-target']).endsWith(`.${losing.target}`)) {
      losing.lose -= 1
      losing.lost += 1
      answer.resume()
      await once(answer, 'end')
      incoming.socket.destroy()
      return
    }
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    losing,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close().closeAllConnections(),
  }
}

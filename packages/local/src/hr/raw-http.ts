import { connect, type Socket } from 'node:net'

/** A request as it goes over the wire: headers in order, doubled ones too, and bytes. */
export type RawHttpRequest = { method: string; path: string; headers: [name: string, value: string][]; body: Buffer }

/** `Content-Length` is added unless the request has its own or is chunked. */
const wireOf = ({ method, path, headers, body }: RawHttpRequest, host: string): Buffer => {
  const sized = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name))
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(headers.some(([name]) => /^host$/i.test(name)) ? [] : [`host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(sized ? [] : [`content-length: ${body.length}`]),
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

const answerPattern = /^HTTP\/1\.1 (\d{3}) [\s\S]*?\r\n\r\n/

/** The length of a whole answer at the start of what came, if it is there: with `Content-Length`, or chunked to its end. */
const wholeAnswer = (text: string): { status: number; length: number } | undefined => {
  const head = answerPattern.exec(text)
  if (!head) return undefined
  const status = Number(head[1])
  const size = /\r\ncontent-length: (\d+)/i.exec(head[0])?.[1]
  if (size !== undefined) {
    const length = head[0].length + Number(size)
    return text.length >= length ? { status, length } : undefined
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head[0])) return { status, length: head[0].length }
  const end = text.indexOf('\r\n0\r\n\r\n', head[0].length - 2)
  const empty = text.startsWith('0\r\n\r\n', head[0].length)
  if (empty) return { status, length: head[0].length + 5 }
  return end < 0 ? undefined : { status, length: end + 7 }
}

/** In place of the status of an answer: the connection was closed without one, or nothing came in time. */
export const noAnswer = { closed: 0, silent: -1 }

/**
 * One kept connection that sends requests one after another. It knows just enough of HTTP for the status of answers, so that it costs
 * little beside what it measures. After `noAnswer` the next request gets a new one.
 * @param limitMs how long an answer is waited for
 */
export const rawConnection = (origin: string, limitMs = 10_000) => {
  const { hostname, port, host } = new URL(origin)
  let socket: Socket | undefined
  let done: ((status: number) => void) | undefined

  const open = (): Socket => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true })
    let text = ''
    const answer = (status: number) => {
      text = ''
      // What an older connection has to say is no answer to what was asked since.
      if (opened !== socket) return
      const resolve = done
      done = undefined
      resolve?.(status)
    }
    opened.setEncoding('latin1')
    opened.on('data', (data: string) => {
      text += data
      const whole = wholeAnswer(text)
      if (!whole) return
      if (whole.status >= 200) answer(whole.status)
      else text = text.slice(whole.length)
    })
    opened.on('error', () => undefined)
    opened.on('close', () => {
      answer(noAnswer.closed)
      if (socket === opened) socket = undefined
    })
    return opened
  }
  return {
    send: (request: RawHttpRequest): Promise<number> =>
      new Promise((resolve) => {
        if (!socket || socket.destroyed || socket.readableEnded) socket = open()
        const asked = socket
        const limit = setTimeout(() => {
          done?.(noAnswer.silent)
          done = undefined
          asked.destroy()
        }, limitMs)
        done = (status) => {
          clearTimeout(limit)
          resolve(status)
        }
        asked.write(wireOf(request, host))
      }),
    /** The next request gets a new connection. */
    close() {
      const closing = socket
      socket = undefined
      closing?.destroy()
    },
  }
}

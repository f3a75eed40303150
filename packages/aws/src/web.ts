import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { DomainError } from '@pilotgate/core/errors'
import type { Web, WebAnswer, WebRequest } from '@pilotgate/core/ports'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { addressOf } from './web-address.ts'

export type WebSettings = {
  /** Hosts that may be asked although they are private or speak no https. */
  privateHosts: string[]
  /** Milliseconds for one request in all: name, connection, answer. */
  limitMs?: number
}

const largestAnswer = 1024 * 1024

/**
 * Other people's servers on the open internet. Implements the port `Web`. Where a name leads is checked at the connection itself, so
 * that an answer of the name service cannot change in between; each request has a connection of its own.
 */
export const guardedWeb = ({ privateHosts, limitMs = 10_000 }: WebSettings): Web => {
  const agents = {
    open: { 'http:': new HttpAgent(), 'https:': new HttpsAgent() },
    guarded: { 'http:': new RequestFilteringHttpAgent(), 'https:': new RequestFilteringHttpsAgent() },
  }

  const ask = (address: URL, request: WebRequest, signal: AbortSignal): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const which = privateHosts.includes(address.hostname) ? 'open' : 'guarded'
      const protocol = address.protocol as 'http:' | 'https:'
      const start = protocol === 'https:' ? httpsRequest : httpRequest
      const { method, headers, body } = request
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      start(address, { method, agent: agents[which][protocol], headers: { ...headers, ...length }, signal })
        .once('response', resolve)
        .once('error', reject)
        .end(body)
    })

  return {
    async send(request): Promise<WebAnswer> {
      const address = addressOf(request, privateHosts)
      const started = performance.now()
      const signal = AbortSignal.timeout(limitMs)
      try {
        const response = await ask(address, request, signal)
        const body = request.withoutBody ? skipBody(response) : await readBody(response)
        return {
          status: response.statusCode!,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
          ),
          body,
          milliseconds: Math.round(performance.now() - started),
        }
      } catch (error) {
        throw signal.aborted ? silent(address, limitMs, error) : failure(address, error as NodeJS.ErrnoException)
      }
    },
  }
}

/** The text of an answer, as far as it is taken. */
const readBody = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop ends the connection, too.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= largestAnswer) break
  }
  return Buffer.concat(chunks).subarray(0, largestAnswer).toString('utf8')
}

/** Ends the connection: however the rest of the answer fares, it is not read. */
const skipBody = (response: IncomingMessage): string => {
  response.destroy()
  return ''
}

const silent = ({ hostname }: URL, limitMs: number, cause: unknown): DomainError =>
  new DomainError('Unavailable', `${hostname} did not answer within ${limitMs / 1000} seconds.`, { cause })

const failure = ({ hostname }: URL, error: NodeJS.ErrnoException): DomainError => {
  const { code = '', message } = error
  if (message.includes('is not allowed')) {
    const words = `${hostname} leads to a private address, and requests go to public ones only. Use an address that can be reached from the internet.`
    return new DomainError('NotAllowed', words, { cause: error })
  }
  return new DomainError('Unavailable', wordsFor(hostname, code), { cause: error })
}

const wordsFor = (hostname: string, code: string): string => {
  if (code === 'ENOTFOUND') return `There is no host named ${hostname}. Check the spelling.`
  if (code === 'EAI_AGAIN') return `The name ${hostname} cannot be looked up just now.`
  if (code === 'ECONNREFUSED') return `Nothing answers at the port of ${hostname} that the address names.`
  if (/CERT|TLS|SSL|SIGNED|VERIFY/.test(code)) {
    return `The certificate of ${hostname}, or its encryption, is not in order (${code}).`
  }
  return `${hostname} broke the connection off, or cannot be reached (${code || 'no reason given'}).`
}

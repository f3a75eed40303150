import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '@pilotgate/contracts/problem'
import { afterAll, expect } from 'vitest'
import { jumpThrough } from '../../packages/local/src/jump-through.ts'
import { startRuntime } from '../../packages/local/src/runtime.ts'
import { type ApiClient, Refused, signInAs } from '../../packages/local/src/seed/client.ts'
import { accessToken } from '../../packages/local/src/sign-in/access-token.ts'
import { signingKeys } from '../../packages/local/src/sign-in/signing-keys.ts'

/** What an answer of the API must never hold. */
const secrets = /taskToken|pauseToken|executionArn|arn:aws:/

export type Answer = { status: number; headers: Headers; body: never; text: string }
export type Send = { token?: string; headers?: Record<string, string>; body?: unknown; text?: string }
type Mail = { id: string; at: number; to: string[]; subject: string; text?: string; tags: Record<string, string> }

export type Platform = Awaited<ReturnType<typeof startPlatform>>

/** The whole platform of this process, as `npm start` brings it up, with a clock that moves only when told to. Stops after the tests. */
export const startPlatform = async (at: string) => {
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-flow-'))
  const runtime = await startRuntime({ port: 0, data, memory: true, paused: true, start: Date.parse(at) })
  const { origin, clock, settled } = runtime
  afterAll(async () => {
    await runtime.stop()
    rmSync(data, { recursive: true, force: true })
  })
  const clients = new Map<string, Promise<ApiClient>>()
  const keys = await signingKeys(data)

  /** Speaks as one of the sample people. */
  const as = (email: string): Promise<ApiClient> => {
    const client = clients.get(email) ?? signInAs(origin, email)
    clients.set(email, client)
    return client
  }
  /** A token that the local sign-in could have given out: of any organisation, for anyone. */
  const tokenOf = (
    email: string,
    { tenant = 'nordlicht', roles = [] as string[], issuer = `${origin}/sign-in` } = {},
  ) => accessToken({ email, name: email, tenant, roles }, issuer, keys)
  /** A request as it goes over the wire, whatever comes back. */
  const send = async (method: string, path: string, { token, headers, body, text }: Send = {}): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body: text ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const answer = await response.text()
    expect(answer, `${method} ${path}`).not.toMatch(secrets)
    return { status: response.status, headers: response.headers, body: parsed(answer) as never, text: answer }
  }
  /** Moves the clock from one due moment to the next, each worked off before the next. */
  const jumpTo = async (to: string | number) => {
    await settled()
    await jumpThrough(runtime, typeof to === 'number' ? to : Date.parse(to))
  }
  const mails = async (): Promise<Mail[]> => {
    await settled()
    const page = await (await fetch(`${origin}/mailbox.json?limit=500`)).json()
    return (page as { messages: Mail[] }).messages.toReversed()
  }
  return { origin, clock, settled, keys, as, tokenOf, send, jumpTo, mails }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The problem that a call was refused with. */
export const refusal = async (call: Promise<unknown>): Promise<Problem> => {
  const result = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in result) throw new Error(`Was not refused: ${JSON.stringify(result.value).slice(0, 500)}`)
  if (!(result.error instanceof Refused)) throw result.error
  return result.error.problem
}

/** A problem that names one field, with a remedy that has these words. */
export const naming = (field: string, words: string) =>
  expect.objectContaining({
    status: 400,
    code: 'InvalidInput',
    problems: expect.arrayContaining([{ field, problem: expect.stringContaining(words) }]),
  })

/** Everything of a list, page by page. */
export const everything = async <T>(
  read: (page: { limit: number; cursor?: string }) => Promise<{ items: T[]; cursor?: string }>,
  limit = 100,
): Promise<T[]> => {
  const all: T[] = []
  let cursor: string | undefined
  do {
    const page = await read({ limit, ...(cursor !== undefined && { cursor }) })
    all.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

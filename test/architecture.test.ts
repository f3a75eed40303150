import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type FunctionArns, type FunctionName, functionNames } from '@pilotgate/contracts/functions'
import { type RouteName, routes } from '@pilotgate/contracts/routes'
import { errorCodes } from '@pilotgate/core/errors'
import { stages } from '@pilotgate/core/flow'
import { allStates, type Machine } from '@pilotgate/workflows/asl'
import { machines } from '@pilotgate/workflows/manifest'
import { queues } from '@pilotgate/workflows/queues'
import { schedules } from '@pilotgate/workflows/schedules'
import { streams } from '@pilotgate/workflows/streams'
import { describe, expect, test, vi } from 'vitest'

// The wrappers hand back what a function file binds, so that the wiring can be looked at without running it.
vi.mock('../functions/lib/http/api.ts', () => ({ api: (handlers: object) => ({ bound: Object.keys(handlers) }) }))
vi.mock('../functions/lib/task.ts', () => ({
  tasks: (steps: object) => ({ bound: Object.keys(steps) }),
  step: () => ({}),
}))

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const folders = (path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && readdirSync(join(root, path, entry.name)).length > 0)
        .map(({ name }) => name)
        .sort()
    : []

/** What lies in the project's folder and is not its own. */
const notOurs = new Set(['node_modules', '.git', '.sst', '.pilotgate', 'cdk.out', 'coverage', 'dist'])
const filesIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const file = path === '.' ? entry.name : `${path}/${entry.name}`
    if (notOurs.has(entry.name)) return []
    return entry.isDirectory() ? filesIn(file) : [file]
  })
const all = filesIn('.')
const isText = (file: string) => /\.(ts|mjs|js|css|html|md|json|sh|java|csv|svg)$/.test(file) || !/\.\w+$/.test(file)
const source = all.filter((file) => /^(packages|functions|stacks)\//.test(file) && isText(file))
const code = [...source.filter((file) => file.endsWith('.ts')), 'sst.config.ts']

/** Files with a line that matches, as `file:line`. */
const matches = (files: string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  )

const boundBy = async (name: FunctionName): Promise<string[]> =>
  (await import(join(root, 'functions', `${name}.ts`))).handler.bound.sort()

describe('functions', () => {
  const triggers = /^functions\/((?!lib\/)[a-z-]+\/(?:api|tasks|stream|schedule|queue|mail))\.ts$/

  test('every file that Lambda could call is wired, and every wire has its file', () => {
    const files = all.flatMap((file) => triggers.exec(file)?.[1] ?? [])
    expect(files.sort()).toEqual([...functionNames].sort())
    for (const name of functionNames) expect(read(`functions/${name}.ts`)).toMatch(/^export const handler = /m)
  })

  test.each(functionNames.filter((name) => name.endsWith('/api')))(
    '%s handles its routes and no others',
    async (name) => {
      const own = Object.entries(routes).filter(([, route]) => route.function === name)
      expect(await boundBy(name)).toEqual(own.map(([route]) => route).sort())
    },
  )

  test('every route is served by an api function of its stage', () => {
    for (const name of Object.keys(routes) as RouteName[]) expect(routes[name].function).toMatch(/\/api$/)
  })

  test('no two routes answer the same request', () => {
    const requests = Object.values(routes).map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    expect(requests.filter((each, index) => requests.indexOf(each) !== index)).toEqual([])
  })

  test.each([
    ['schedule', 'the clock', schedules],
    ['stream', 'the change stream', streams],
    ['queue', 'a queue', queues],
  ])('every %s function is called by %s, and nothing else is', (trigger, _, entries) => {
    const called = new Set(entries.map((entry) => entry.function))
    expect([...called].sort()).toEqual(functionNames.filter((name) => name.endsWith(`/${trigger}`)).sort())
  })

  test('each queue has a function of its own, whose messages name it', () => {
    expect(new Set(queues.map((queue) => queue.function)).size).toBe(queues.length)
    for (const { name, function: worker } of queues) expect(read(`functions/${worker}.ts`)).toContain(`'${name}'`)
  })
})

describe('state machines', () => {
  // The name of a function stands for its ARN.
  const arns = Object.fromEntries(functionNames.map((name) => [name, name])) as FunctionArns
  const statesOf = (definition: (arns: FunctionArns) => Machine) => allStates(definition(arns))
  type Rule = { ErrorEquals: string[] }
  type Call = { FunctionName?: FunctionName; Payload?: { task?: string } }
  const calls = machines.flatMap(({ name, functions, definition }) =>
    statesOf(definition).flatMap(([state, { Arguments }]) => {
      const { FunctionName, Payload } = (Arguments ?? {}) as Call
      return FunctionName ? [{ machine: name, state, functions, called: FunctionName, task: Payload?.task }] : []
    }),
  )

  test('name each state once, also within branches', () => {
    for (const { name, definition } of machines) {
      const names = statesOf(definition).map(([state]) => state)
      expect(
        names.filter((each, index) => names.indexOf(each) !== index),
        name,
      ).toEqual([])
    }
  })

  test('wait for errors that exist', () => {
    const known: string[] = [
      ...errorCodes,
      ...['States.ALL', 'States.Timeout', 'States.TaskFailed', 'Sandbox.Timedout', 'Lambda.Unknown'],
      ...['Lambda.ServiceException', 'Lambda.AWSLambdaException'],
      ...['Lambda.SdkClientException', 'Lambda.TooManyRequestsException'],
    ]
    const named = machines.flatMap(({ definition }) =>
      statesOf(definition).flatMap(([, { Retry, Catch }]) =>
        [...((Retry ?? []) as Rule[]), ...((Catch ?? []) as Rule[])].flatMap(({ ErrorEquals }) => ErrorEquals),
      ),
    )
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([])
  })

  test('call only the functions that the manifest grants them, and all of those', () => {
    expect(calls.filter(({ functions, called }) => !functions.includes(called))).toEqual([])
    for (const { name, functions } of machines) {
      const called = new Set(calls.filter(({ machine }) => machine === name).map((call) => call.called))
      expect([...called].sort(), name).toEqual([...functions].sort())
    }
  })

  test.each(functionNames.filter((name) => name.endsWith('/tasks')))(
    'use every step of %s, and no other',
    async (name) => {
      const used = new Set(calls.filter(({ called }) => called === name).map(({ task }) => task))
      expect([...used].sort()).toEqual(await boundBy(name))
    },
  )

  test.each(folders('packages/workflows/src'))('%s has a README whose picture shows its states', (folder) => {
    const readme = read(`packages/workflows/src/${folder}/README.md`)
    const picture = /```mermaid\n(.*?)```/s.exec(readme)?.[1] ?? ''
    const drawn = [...picture.matchAll(/[[({]+"([^"]+)"[\])}]+/g)].map((match) => match[1]!.replaceAll('<br>', ' '))
    // Of the gates of a schedule one is drawn.
    const general = (state: string) =>
      folder === 'program-schedule' ? state.replace(/\b[A-Z]\d{2,3}\b/, 'G').replace(/\bweek \d+\b/, 'week N') : state
    // Named in the manifest after their folder; a program's schedules after their templates, too.
    const own = machines.filter(({ name }) => name.startsWith(folder.replace(/^program-/, '')))
    const built = own.flatMap(({ definition }) => statesOf(definition).map(([state]) => general(state)))
    expect(built).not.toEqual([])
    expect([...new Set(drawn)].sort()).toEqual([...new Set(built)].sort())
  })
})

describe('the seven words', () => {
  test('are the folders of every layer; any other folder has a reason', () => {
    const others: Record<string, string[]> = {
      'packages/core/src': [],
      // How the table of routes is written down for other tools, and doors that other systems knock at.
      'packages/contracts/src': ['openapi', 'webhooks'],
      // Which event makes which message, across the stages.
      'packages/emails/src': ['notices'],
      // What all functions share, and doors that other systems knock at.
      functions: ['lib', 'webhooks'],
      // Tests of a layer instead of a stage; `contract` holds the suites that every adapter of a port must pass.
      test: ['console', 'contract', 'contracts', 'crash', 'emails', 'flow', 'local', 'stacks', 'workflows'],
    }
    for (const [layer, allowed] of Object.entries(others)) {
      const known: readonly string[] = [...stages, ...allowed]
      expect(
        folders(layer).filter((folder) => !known.includes(folder)),
        layer,
      ).toEqual([])
    }
  })

  test('have a line each in the picture of the README', () => {
    const picture = /```mermaid\n(.*?)```/s.exec(read('README.md'))?.[1] ?? ''
    const drawn = [...picture.matchAll(/^\s*(\w+)\["/gm)].map((match) => match[1])
    expect(drawn).toEqual([...stages])
  })
})

describe('files', () => {
  test('stay short enough to be read in one go', () => {
    const long = source
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  test('read the environment only where it is parsed', () => {
    const readers = [
      'packages/aws/src/config.ts',
      'packages/local/src/environment.ts',
      // Both hand it on to a process they start.
      'packages/local/src/dynamodb/java-process.ts',
      'packages/local/src/simulate/crash/mortal-platform.ts',
      'stacks/settings.ts',
    ]
    const found = matches(code, /\bprocess\.env\b/).map((place) => place.replace(/:\d+$/, ''))
    expect([...new Set(found)].filter((file) => !readers.includes(file))).toEqual([])
  })

  test('of the domain get time, chance and ids from outside', () => {
    const pure = code.filter((file) => /^packages\/(core|workflows|contracts|emails)\//.test(file))
    const hidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\bperformance\.now\(|\brandomUUID\(/
    expect(matches(pure, hidden)).toEqual([])
  })

  test('name no place of the machine they were written on', () => {
    const workshop = new RegExp(`(?<![\\w./)}])/${'work'}/|\\b${'farm'}-|(?<!\\w)\\.${'library'}\\b`)
    expect(matches(all.filter(isText), workshop)).toEqual([])
  })
})

describe('documents', () => {
  const documents = all.filter((file) => file.endsWith('.md'))

  test('link to what exists', () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !/^\w+:/.test(target) && !existsSync(join(root, dirname(file), target)))
        .map((target) => `${file} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('name commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const unknown = documents.flatMap((file) =>
      [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)]
        .map((match) => match[1]!)
        .filter((script) => !(script in scripts))
        .map((script) => `${file}: npm run ${script}`),
    )
    expect(unknown).toEqual([])
  })

  test('list every decision', () => {
    const decisions = documents.filter((file) => relative('docs/decisions', file) === basename(file))
    const listed = read('docs/decisions/README.md')
    const missing = decisions.filter(
      (file) => basename(file) !== 'README.md' && !listed.includes(`(${basename(file)})`),
    )
    expect(missing).toEqual([])
  })
})

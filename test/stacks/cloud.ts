import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { App, getStack } from 'sst/constructs'
import { setProject } from 'sst/project.js'
import { afterAll, vi } from 'vitest'
import config from '../../sst.config.ts'
import { api } from '../../stacks/api.ts'
import { console, consoleFolder } from '../../stacks/console.ts'
import { email } from '../../stacks/email.ts'
import { functions } from '../../stacks/functions.ts'
import { queues } from '../../stacks/queues.ts'
import { schedules } from '../../stacks/schedules.ts'
import { signIn } from '../../stacks/sign-in.ts'
import { storage } from '../../stacks/storage.ts'
import { streams } from '../../stacks/streams.ts'
import { warehouse } from '../../stacks/warehouse.ts'
import { workflows } from '../../stacks/workflows.ts'

// biome-ignore lint/suspicious/noExplicitAny: templates are JSON without types; a wrong path fails the test anyway
export type Json = any

export type Resource = { Type: string; Properties: Record<string, Json>; DeletionPolicy?: string }

export const account = '111122223333'
export const region = 'eu-central-1'

/** What an operator would have in `.env.<stage>`. */
export const given = {
  MAIL_FROM: 'Pilotgate <programs@example.org>',
  MAIL_DOMAIN: 'example.org',
  PUBLIC_URL: 'https://pilotgate.example.org/',
}

/** What an operator adds to open the console at a domain of their own. */
export const ownDomain = {
  CONSOLE_CERTIFICATE_ARN: `arn:aws:acm:us-east-1:${account}:certificate/0f9e8d7c-6b5a-4a3b-8c2d-1e0f9a8b7c6d`,
}

const stacks = { storage, warehouse, email, signIn, functions, workflows, api, console, streams, queues, schedules }

type Options = { stage?: string; set?: Record<string, string>; bundled?: boolean; built?: string }

const temporary = (name: string) => mkdtempSync(path.join(tmpdir(), `pilotgate-${name}-`))
// SST's folder stays behind: its logger writes there as late as it likes.
const out = temporary('sst')
const assemblies = temporary('cloud')
/** A console as small as can be, in place of the built one. */
const builtConsole = temporary('console')
mkdirSync(path.join(builtConsole, 'assets'))
writeFileSync(path.join(builtConsole, 'index.html'), '<!doctype html><title>Pilotgate</title>')
writeFileSync(path.join(builtConsole, 'assets', 'index-abc.js'), 'export {}')
afterAll(() => {
  for (const folder of [assemblies, builtConsole]) rmSync(folder, { recursive: true })
})

/**
 * An SST app without credentials or network: SST's App asks for neither when it is told the account and the region. It does ask
 * for a project, which `initProject` would make in the folder `.sst`; test files run side by side, so each has a folder of its own.
 */
export const newApp = ({ stage = 'test', set = given, bundled = false, built = builtConsole }: Options = {}) => {
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  const { name } = config.config()
  const root = process.cwd()
  setProject({
    version: 'test',
    cdkVersion: 'test',
    constructsVersion: 'test',
    config: { name, stage, region, ssmPrefix: `/sst/${name}/${stage}/` },
    paths: { root, config: path.join(root, 'sst.config.ts'), out, artifacts: path.join(out, 'artifacts') },
    metafile: { inputs: {}, outputs: {} },
    stacks: config.stacks,
  })
  // An empty list of stacks to bundle leaves the functions' code out, which is most of the time it takes.
  const context = { [consoleFolder]: built, ...(!bundled && { 'aws:cdk:bundling-stacks': [] }) }
  return new App(
    { mode: 'deploy', name, stage, region, account },
    { context, outdir: mkdtempSync(path.join(assemblies, 'app-')) },
  )
}

/** The templates of a whole deployment, by stack. */
export const synthesise = async (options: Options = {}) => {
  const started = performance.now()
  const app = newApp(options)
  await config.stacks(app)
  await app.finish()
  const templates = Object.fromEntries(
    Object.entries(stacks).map(([name, stack]) => [name, Template.fromStack(getStack(stack))]),
  ) as Record<keyof typeof stacks, Template>
  return { templates, folder: app.outdir, milliseconds: Math.round(performance.now() - started) }
}

export const resources = (template: Template, type: string): Resource[] =>
  Object.values(template.findResources(type)) as Resource[]

/** A value with references to other stacks and resources written out as text, enough to compare ARNs. */
export const plain = (value: Json): string => {
  if (typeof value === 'string') return value
  if (value['Fn::Join']) return value['Fn::Join'][1].map(plain).join(value['Fn::Join'][0])
  if (value.Ref === 'AWS::Partition') return 'aws'
  if (value.Ref === 'AWS::URLSuffix') return 'amazonaws.com'
  return `<${value.Ref ?? value['Fn::ImportValue'] ?? value['Fn::GetAtt']?.join('.')}>`
}

export const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]))

import { existsSync, readFileSync } from 'node:fs'

// Who may import whom. `npm run imports` checks it; the reason of each rule is in its comment.

/** The seven stages in the order in which a program flows through them (packages/core/src/flow.ts). */
const stages = ['program', 'intake', 'selection', 'matching', 'engagement', 'measurement', 'gates']

const anyOf = (names) => `(?:${names.join('|')})`
const npm = (...names) => `(?:^|/)node_modules/${anyOf(names)}(?:/|$)`
const source = (...packages) => `^packages/${anyOf(packages)}/src/`
/** The files of adapters that are plain data: names of tables, keys, indexes and columns, and the warehouse's SQL. */
const tableData = '^packages/aws/src/(?:dynamodb/table|warehouse-table|warehouse-queries)\\.ts$'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
/** Where something outside begins to run our code: Lambda, SST, a person at a terminal. */
const entries = [
  '^functions/[^/]+/(?:api|tasks|stream|schedule|queue|mail)\\.ts$',
  '^sst\\.config\\.ts$',
  // Started as a process of its own, to be killed.
  '^packages/local/src/simulate/crash/child\\.ts$',
  // Loaded by the page of the console.
  '^packages/console/src/main\\.tsx$',
  ...Object.values(scripts).flatMap((script) => /^node (\S+\.ts)/.exec(script)?.[1] ?? []),
]

/** Written, tested, and not reached yet: stages that have no functions so far, and single files. */
const notYetReached = [
  ...stages.filter((stage) => !existsSync(`functions/${stage}`)).map((stage) => `^packages/[^/]+/src/${stage}/`),
]

const only = (name, comment, from, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})

const stageOrder = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-no-later-stage`,
  comment:
    'A stage imports only from stages before it; later stages learn of earlier ones by events. So a stage can be read alone.',
  severity: 'error',
  from: { path: `^(packages/[^/]+/src|functions)/${stage}/` },
  to: { path: `^$1/${anyOf(stages.slice(index + 1))}/` },
}))

export default {
  forbidden: [
    ...stageOrder,
    {
      name: 'stages-take-only-types-of-what-they-share',
      comment:
        'events.ts, ports.ts and records.ts name the things of all stages, so they import them; the way back is for types only, or loading one file would load all.',
      severity: 'error',
      from: { path: `^packages/core/src/${anyOf(stages)}/` },
      to: { path: '^packages/core/src/(?:events|ports|records|flow)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    only(
      'core-stands-alone',
      'The rules of the domain run anywhere: no AWS, no Node.js, no other package; only libraries that are pure.',
      source('core'),
      source('core'),
      npm('zod', 'temporal-polyfill', 'csv-parse', 'ml-matrix', 'simple-statistics'),
    ),
    only(
      'contracts-know-core',
      'The HTTP contract is data over the domain; a browser must be able to load it.',
      source('contracts'),
      source('contracts', 'core'),
      npm('zod'),
    ),
    only(
      'workflows-know-core-and-contracts',
      'State machines are data built from templates (core) and names of functions (contracts); stacks and the local engine read the same object.',
      source('workflows'),
      source('workflows', 'core', 'contracts'),
    ),
    only(
      'emails-know-core',
      'A message is a function of its data; who sends it, and when, is decided elsewhere.',
      source('emails'),
      source('emails', 'core'),
      npm('zod', 'temporal-polyfill', 'hono', 'ical-generator'),
    ),
    {
      name: 'console-knows-types',
      comment:
        'The browser loads neither schemas nor rules: the console takes types from the contracts and core, and asks the API for everything else.',
      severity: 'error',
      from: { path: source('console'), pathNot: '\\.d\\.ts$' },
      to: {
        path: ['^packages/', '^functions/', '^stacks/'],
        pathNot: source('console'),
        dependencyTypesNot: ['type-only'],
      },
    },
    only(
      'console-is-alone',
      'A page needs the contract that it speaks and nothing of what runs behind it.',
      source('console'),
      source('console', 'contracts', 'core'),
      '(?:^|/)node_modules/',
      '^virtual:',
    ),
    {
      name: 'adapters-know-core',
      comment:
        'Adapters fulfil the ports of core. Nothing of HTTP, workflows or the local machine may be needed to use the database.',
      severity: 'error',
      from: { path: source('aws') },
      to: { path: ['^packages/', '^functions/', '^stacks/'], pathNot: source('aws', 'core', 'emails') },
    },
    {
      name: 'functions-bind-the-packages',
      comment:
        'A function puts a contract, a use case and the container together, and is bundled on its own: neither what deploys it nor what runs it locally belongs inside.',
      severity: 'error',
      from: { path: '^functions/' },
      to: {
        path: ['^packages/', '^stacks/', '^test/'],
        pathNot: source('core', 'contracts', 'aws', 'workflows', 'emails'),
      },
    },
    {
      name: 'functions-of-a-stage-share-only-lib',
      comment: 'What two stages need belongs into core, or into functions/lib when it is about Lambda itself.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: '^functions/lib/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/lib/'] },
    },
    {
      name: 'stacks-read-data',
      comment:
        'The cloud is derived from data: routes, machines, schedules, names of the table. Functions are named by path, never imported.',
      severity: 'error',
      from: { path: '^(?:stacks/|sst\\.config\\.ts$)' },
      to: { path: ['^packages/', '^functions/'], pathNot: [source('contracts', 'workflows'), tableData] },
    },
    {
      name: 'local-is-the-outside',
      comment:
        'The local runtime is AWS at wire level: it loads the functions by path and meets their adapters only over HTTP.',
      severity: 'error',
      from: { path: source('local') },
      to: {
        path: ['^packages/', '^functions/', '^stacks/'],
        pathNot: [source('local', 'core', 'contracts', 'workflows', 'emails'), tableData],
      },
    },
    {
      name: 'nothing-needs-the-outside',
      comment: 'Production code has no "if local" and does not know how it is deployed. Tests may boot both.',
      severity: 'error',
      from: { pathNot: [source('local'), '^stacks/', '^sst\\.config\\.ts$', '^test/', '^node_modules/'] },
      to: { path: [source('local'), '^stacks/'] },
    },
    {
      name: 'only-stacks-know-cdk',
      comment: 'The deployment tool can be changed by rewriting one folder.',
      severity: 'error',
      from: { pathNot: ['^stacks/', '^sst\\.config\\.ts$', '^test/stacks/', '^node_modules/'] },
      to: { path: npm('sst', 'aws-cdk-lib', 'constructs', 'cdk-nag') },
    },
    {
      name: 'only-adapters-know-the-sdk',
      comment:
        'AWS is behind ports. The local runtime speaks to the database it started itself: it makes the table and reads its change stream.',
      severity: 'error',
      from: {
        pathNot: [
          source('aws'),
          '^packages/local/src/(?:runtime\\.ts$|dynamodb/|streams/)',
          '^test/',
          '^node_modules/',
        ],
      },
      to: { path: npm('@aws-sdk', '@smithy') },
    },
    {
      name: 'only-the-scim-door-knows-its-library',
      comment:
        'The words of the protocol stay at its door; behind it are users and groups as Pilotgate keeps them. The library trusts what it parses, so everything passes through the door first.',
      severity: 'error',
      from: { pathNot: ['^functions/webhooks/scim/', '^node_modules/'] },
      to: { path: npm('scimmy') },
    },
    {
      name: 'what-ships-needs-no-tool',
      comment: 'A deployed function finds no development tools. Types cost nothing and may come from them.',
      severity: 'error',
      from: { path: ['^functions/', source('core', 'contracts', 'workflows', 'emails', 'aws')] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-but-tests-knows-tests',
      comment: 'Fakes and samples stay in test/.',
      severity: 'error',
      from: { pathNot: ['^test/', '^node_modules/'] },
      to: { path: '^test/' },
    },
    {
      name: 'no-circle',
      comment:
        'Files that need each other at run time are one file, or one of them is in the wrong place. Types may form circles.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-missing-module',
      comment: 'An import that resolves to nothing fails only when it runs.',
      severity: 'error',
      from: {},
      // Made by the build (packages/console/route-table.ts).
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'everything-is-reached',
      comment:
        'Code that no function, machine, stack or start command reaches is dead. (Packages export every file, so the dead-code check cannot tell.)',
      severity: 'error',
      from: { path: entries },
      to: {
        path: ['^packages/[^/]+/src/.*\\.tsx?$', '^functions/', '^stacks/.*\\.ts$'],
        pathNot: [...entries, ...notYetReached, '\\.d\\.ts$', '^packages/core/src/flow\\.ts$'],
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/console/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
}

import { createRequire } from 'node:module'
import { functionNames } from '@pilotgate/contracts/functions'
import { errorCodes } from '@pilotgate/core/errors'
import { shippedTemplates } from '@pilotgate/core/program/templates/index'
import { allStates, branchesOf, type Machine, type State } from '@pilotgate/workflows/asl'
import { machines } from '@pilotgate/workflows/manifest'
import { outline } from '@pilotgate/workflows/outline'
import { describe, expect, test } from 'vitest'
import { arns } from './stage.ts'

type Validation = { isValid: boolean; errorsText: () => string }
// The package brings no types.
const validate: (definition: object) => Validation = createRequire(import.meta.url)('asl-validator')

type Rule = { ErrorEquals: string[]; Next: string }
const rulesOf = (state: State, field: 'Retry' | 'Catch') => (state[field] ?? []) as Rule[]
const tasksOf = (machine: Machine) => allStates(machine).filter(([, { Type }]) => Type === 'Task')
const isQuestion = (state: State) => String(state.Resource).endsWith('.waitForTaskToken')

/** Names of Step Functions and Lambda that a rule may match besides ours. */
const serviceErrors = [
  'States.Timeout',
  'States.TaskFailed',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
]

const reachable = (machine: Machine): Set<string> => {
  const edges = new Map(outline(machine).map(({ name, next }) => [name, next]))
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const next of edges.get(name) ?? []) visit(next)
  }
  visit(machine.StartAt)
  return found
}

const isEnd = (type: string) => type === 'Succeed' || type === 'Fail'

/** States from which an end can be reached. */
const ending = (machine: Machine): Set<string> => {
  const edges = outline(machine)
  const found = new Set(edges.filter(({ type }) => isEnd(type)).map(({ name }) => name))
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { name, next } of edges) if (next.some((each) => found.has(each))) found.add(name)
  }
  return found
}

describe.each(machines)('the machine $name', ({ name: machineName, definition, functions }) => {
  const machine = definition(arns)

  test('is valid Amazon States Language, far below the size limit', () => {
    const { isValid, errorsText } = validate(machine)
    expect(isValid, errorsText()).toBe(true)
    expect(Buffer.byteLength(JSON.stringify(machine))).toBeLessThan(1024 * 1024)
  })

  test('waits for no person without an end (F1)', () => {
    const questions = tasksOf(machine).filter(([, state]) => isQuestion(state))
    // What waits for dates only asks nobody.
    expect(questions.length > 0).toBe(machineName !== 'employee-change')
    for (const [name, state] of questions) {
      if (typeof state.TimeoutSeconds === 'string') expect(state.TimeoutSeconds, name).toMatch(/^\{% \$.+ %\}$/)
      else expect(state.TimeoutSeconds, name).toBeGreaterThanOrEqual(24 * 60 * 60)
      expect(
        rulesOf(state, 'Catch').flatMap(({ ErrorEquals }) => ErrorEquals),
        name,
      ).toContain('States.Timeout')
    }
  })

  test('gives every other task a time limit and further tries', () => {
    for (const [name, state] of tasksOf(machine)) {
      if (!isQuestion(state)) expect(state.TimeoutSeconds, name).toBeLessThanOrEqual(120)
      expect(rulesOf(state, 'Retry').length, name).toBeGreaterThan(0)
    }
  })

  test('leads somewhere from every state, reaches every state, and can end from every state', () => {
    const names = outline(machine).map(({ name }) => name)
    for (const { name, type, next } of outline(machine)) {
      for (const target of next) expect(names, `${name} → ${target}`).toContain(target)
      if (!isEnd(type)) expect(next.length, name).toBeGreaterThan(0)
    }
    expect([...reachable(machine)].sort()).toEqual(names.sort())
    expect([...ending(machine)].sort()).toEqual(names)
  })

  test('fails only within branches, with an error that is met where they are joined', () => {
    expect(Object.values(machine.States).filter(({ Type }) => Type === 'Fail')).toEqual([])
    for (const [name, state] of allStates(machine)) {
      const inside = branchesOf(state).flatMap((branch) => allStates(branch))
      const met = rulesOf(state, 'Catch').flatMap(({ ErrorEquals }) => ErrorEquals)
      for (const [, { Type, Error: error }] of inside) if (Type === 'Fail') expect(met, name).toContain(error)
    }
  })

  test('matches only errors that exist', () => {
    const known: string[] = [...errorCodes, ...serviceErrors]
    for (const [name, state] of allStates(machine)) {
      for (const error of [...rulesOf(state, 'Retry'), ...rulesOf(state, 'Catch')].flatMap((rule) => rule.ErrorEquals))
        expect(known, `${name} matches ${error}`).toContain(error)
    }
  })

  test('names its states in short sentences, each once', () => {
    const names = allStates(machine).map(([name]) => name)
    for (const name of names) expect(name).toMatch(/^(?=.{6,80}$)[A-Z][A-Za-z0-9 ,:-]+\??$/)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  test('calls the functions of the manifest, and no other', () => {
    const called = tasksOf(machine).flatMap(
      ([, { Arguments }]) => (Arguments as { FunctionName?: string }).FunctionName ?? [],
    )
    expect([...new Set(called)].sort()).toEqual(functions.map((name) => arns[name]).sort())
    for (const name of functions) expect(functionNames).toContain(name)
  })
})

const schedules = shippedTemplates.map((template) => ({ template, name: `schedule-${template.templateId}-v1` }))

describe.each(schedules)('the schedule $name', ({ template, name: machineName }) => {
  const machine = machines.find(({ name }) => name === machineName)!.definition(arns)

  test('has one question for each gate, and one for a pause', () => {
    expect(tasksOf(machine).filter(([, state]) => isQuestion(state))).toHaveLength(template.gates.length + 1)
  })

  test('meets a pause and a stop at every step of a gate', () => {
    const steps = tasksOf(machine).filter(([, state]) => JSON.stringify(state).includes(arns['gates/tasks']))
    expect(steps).toHaveLength(template.gates.length * 6)
    for (const [name, state] of steps) {
      const targets = new Map(rulesOf(state, 'Catch').map(({ ErrorEquals, Next }) => [ErrorEquals.join(), Next]))
      expect(targets.get('ProgramPaused'), name).toBe('Wait while the program is paused')
      expect(targets.get('ProgramStopped'), name).toBe('Program stopped')
    }
  })

  test('shows every week by its number, and every gate by its id', () => {
    const names = Object.keys(machine.States)
    for (const { week, gate } of template.gates) {
      expect(names).toEqual(
        expect.arrayContaining([`Wait for week ${week}`, `Open week ${week}`, `Evaluate gate ${gate}`]),
      )
    }
  })
})

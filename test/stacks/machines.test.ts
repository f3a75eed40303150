import { createRequire } from 'node:module'
import { machines } from '@pilotgate/workflows/manifest'
import { schedules } from '@pilotgate/workflows/schedules'
import { beforeAll, describe, expect, test } from 'vitest'
import { account, type Json, list, plain, region, resources, synthesise } from './cloud.ts'

type Validation = { isValid: boolean; errorsText: () => string }
// The package brings no types.
const validate: (definition: object) => Validation = createRequire(import.meta.url)('asl-validator')

let cloud: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  cloud = await synthesise()
})

const deployed = () =>
  resources(cloud.templates.workflows, 'AWS::StepFunctions::StateMachine').map((it) => it.Properties)
const definitionOf = (name: string) => {
  const machine = deployed().find(({ StateMachineName }) => StateMachineName === `pilotgate-test-${name}`)!
  const text = plain(machine.DefinitionString)
  return { text, value: JSON.parse(text) }
}
/** All states by name, with those within branches. */
const statesOf = ({ States }: Json): [string, Json][] =>
  Object.entries<Json>(States).flatMap(([name, state]) => [
    [name, state] as [string, Json],
    ...list<Json>(state.Branches).flatMap(statesOf),
  ])
const functionArn = (name: string) =>
  `arn:aws:lambda:${region}:${account}:function:pilotgate-test-${name.replace('/', '-')}`

const waitForDatesOnly = ['employee-change']

describe('the state machines', () => {
  test('are those of the manifest, under names that Step Functions takes', async () => {
    expect(deployed().map(({ StateMachineName }) => StateMachineName)).toEqual(
      machines.map(({ name }) => `pilotgate-test-${name}`),
    )
    const production = await synthesise({ stage: 'production' })
    for (const { Properties } of resources(production.templates.workflows, 'AWS::StepFunctions::StateMachine')) {
      expect(Properties.StateMachineName).toMatch(/^[\w-]{1,80}$/)
    }
  })

  test('log every step without the data, and are traced', () => {
    for (const machine of deployed()) {
      expect(machine).toMatchObject({
        StateMachineType: 'STANDARD',
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false, Destinations: [expect.anything()] },
        TracingConfiguration: { Enabled: true },
      })
    }
  })

  test.each(machines.map(({ name }) => name))('%s is valid Amazon States Language of a legal size', (name) => {
    const { text, value } = definitionOf(name)
    const { isValid, errorsText } = validate(value)
    expect(isValid, errorsText()).toBe(true)
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  })

  test.each(machines)(
    '$name waits for no person without an end (F1), and calls only what it may',
    ({ name, functions }) => {
      const states = statesOf(definitionOf(name).value)
      const waiting = states.filter(([, state]) => state.Resource?.endsWith('.waitForTaskToken'))
      expect(waiting.length > 0).toBe(!waitForDatesOnly.includes(name))
      for (const [words, state] of waiting) {
        // A number of seconds, or an expression for one.
        expect(String(state.TimeoutSeconds), words).toMatch(/^([1-9]\d*|\{% \$.+ %\})$/)
        expect(
          state.Catch.flatMap((rule: Json) => rule.ErrorEquals),
          words,
        ).toContain('States.Timeout')
      }
      const called = states.flatMap(([, state]) => list<string>(state.Arguments?.FunctionName))
      expect([...new Set(called)].toSorted()).toEqual(functions.map(functionArn).toSorted())
    },
  )

  test('run in a role that may call their functions and continue in a new execution', () => {
    const [role] = resources(cloud.templates.workflows, 'AWS::IAM::Role')
    const statements = role!.Properties.Policies.flatMap((policy: Json) => policy.PolicyDocument.Statement)
    const resourcesFor = (action: string) =>
      statements
        .filter((it: Json) => list(it.Action).includes(action))
        .flatMap((it: Json) => list(it.Resource).map(plain))
    const called = new Set(machines.flatMap((machine) => machine.functions))
    expect(resourcesFor('lambda:InvokeFunction')).toEqual([...called].toSorted().map(functionArn))
    expect(resourcesFor('states:StartExecution')).toEqual([
      `arn:aws:states:${region}:${account}:stateMachine:pilotgate-test-*`,
    ])
    // Tracing and the delivery of logs know no resources.
    const everywhere = statements
      .filter((it: Json) => list(it.Resource).includes('*'))
      .flatMap((it: Json) => list<string>(it.Action))
    expect(everywhere.filter((action: string) => !/^(xray|logs):/.test(action))).toEqual([])
  })
})

describe('the schedules', () => {
  test('are those of the workflows, tried again and then kept', () => {
    const rules = resources(cloud.templates.schedules, 'AWS::Events::Rule').map((it) => it.Properties)
    expect(rules).toHaveLength(schedules.length)
    for (const { name, expression, function: target } of schedules) {
      const rule = rules.find(({ Name }) => Name === `pilotgate-test-${name}`)!
      expect(rule.ScheduleExpression).toBe(expression)
      expect(plain(rule.Targets[0].Arn)).toContain(target.replace('/', ''))
      expect(rule.Targets[0]).toMatchObject({
        RetryPolicy: { MaximumRetryAttempts: 8, MaximumEventAgeInSeconds: 7200 },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^MissedSchedules/), 'Arn'] } },
      })
    }
    for (const { Properties } of resources(cloud.templates.schedules, 'AWS::Lambda::EventInvokeConfig')) {
      expect(Properties.DestinationConfig.OnFailure.Destination).toEqual(rules[0]!.Targets[0].DeadLetterConfig.Arn)
    }
    expect(resources(cloud.templates.schedules, 'AWS::Lambda::Permission')).toHaveLength(schedules.length)
  })
})

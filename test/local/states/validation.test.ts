import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../packages/local/src/states/validation.ts'

const pass = { Type: 'Pass', End: true }
const jsonata = (S: object, others: object = {}) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S', States: { S, ...others } })
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: {}, End: true }

describe('definitions', () => {
  it.each([
    ['no state to start at', JSON.stringify({ StartAt: 'X', States: { S: pass } }), "Missing 'StartAt' target: X"],
    ['a next state that is not there', jsonata({ Type: 'Pass', Next: 'X' }), "Missing 'Next' target: X"],
    ['neither Next nor End', jsonata({ Type: 'Pass' }), "A state must have either 'Next' or 'End'"],
    ['both Next and End', jsonata({ ...pass, Next: 'S' }), "A state must have either 'Next' or 'End'"],
    ['a state nobody reaches', jsonata(pass, { Lost: pass }), 'State "Lost" is not reachable.'],
    ['an unknown type', jsonata({ Type: 'Hop', End: true }), 'Value is not valid: Hop'],
    ['a task without a resource', jsonata({ Type: 'Task', End: true }), 'These fields are required: [Resource]'],
    [
      'an integration that is not there',
      jsonata({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' }),
      'is not supported by the local engine',
    ],
    ['an expression with a syntax error', jsonata({ ...pass, Output: '{% 1 + %}' }), 'Invalid JSONata expression'],
    ['an expression that is not closed', jsonata({ ...pass, Output: '{% 1' }), 'must start with {% and end with %}'],
    [
      'a JSONPath field',
      jsonata({ ...pass, ResultPath: '$.a' }),
      "The field 'ResultPath' is not supported by the query language JSONata",
    ],
    ['a Wait with two times', jsonata({ Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true }), 'exactly one of'],
    [
      'States.ALL among others',
      jsonata({ ...task, Retry: [{ ErrorEquals: ['States.ALL', 'X'] }] }),
      'States.ALL must appear alone',
    ],
    [
      'the same name twice',
      jsonata({ Type: 'Map', End: true, ItemProcessor: { StartAt: 'S', States: { S: pass } } }),
      'Duplicate state name: S',
    ],
    [
      'a distributed map',
      jsonata({
        Type: 'Map',
        End: true,
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'T', States: { T: pass } },
      }),
      'Distributed Map is not supported',
    ],
    ['no branches', jsonata({ Type: 'Parallel', End: true }), 'These fields are required: [Branches]'],
  ])('with %s are refused', (_name, definition, message) => {
    expect(
      diagnose(definition)
        .map((problem) => problem.message)
        .join('\n'),
    ).toContain(message)
  })

  it.each([
    jsonata(pass),
    jsonata(task),
    jsonata({ Type: 'Wait', Seconds: '{% 1 %}', Next: 'T' }, { T: { Type: 'Succeed' } }),
  ])('that are right have no findings: %s', (definition) => {
    expect(diagnose(definition)).toEqual([])
  })

  const file = join(import.meta.dirname, '../../../../shared/conformance/asl/validate.json')
  it.skipIf(!existsSync(file))('are judged as the service judged the recorded ones', () => {
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as {
      request: { definition: string }
      response: { diagnostics: { code: string; location: string }[] }
    }[]
    for (const { request, response } of recorded) {
      const ours = diagnose(request.definition).map(({ code }) => code)
      expect(ours, request.definition).toEqual(response.diagnostics.map(({ code }) => code))
    }
  })
})

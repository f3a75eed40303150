import { pathNames } from '@pilotgate/core/selection/selection-path'
import { selectionMachine } from '@pilotgate/workflows/manifest'
import { outline } from '@pilotgate/workflows/outline'
import { selectionNames as names } from '@pilotgate/workflows/selection-names'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownStates, situations, straight } from './selection-situations.ts'
import { anyCommitment, placesIn, type Script, type Selected, select, waysTaken } from './selection-stage.ts'
import { arns } from './stage.ts'

const endings = {
  'external-coach': [names.appointCoach, names.appointed],
  'internal-coach': [names.appointCoach, names.appointed],
  'internal-mentor': [
    ...[names.appointMentor, names.waitToRemind, names.remindOfAction, names.waitForAction],
    ...[names.checkAction, names.wasLogged, names.logged],
  ],
}

describe.each(pathNames)('the selection %s', (path) => {
  const places = placesIn(path)
  const ending = endings[path]
  const tails: Record<string, string[]> = {
    appointed: ending,
    [names.rejected]: [names.turnDown, names.rejected],
    [names.over]: [names.over],
    [names.handedOver]: [names.handOver, names.handedOver],
  }
  const taken = new Set<string>()
  const run = async (script: Script): Promise<Selected> => {
    const selected = await select(path, { commitment: anyCommitment, ...script })
    for (const way of waysTaken(selected)) taken.add(way)
    return selected
  }
  const cases = places.flatMap((place) => situations(place).map((situation) => ({ ...place, ...situation })))
  const found = new Map<string, Selected>()
  const key = (step: string, words: string) => `${step} ${words}`

  const first = places[0]!.step.step
  const others: { words: string; script: Script; end: string[] }[] = [
    {
      words: 'over before it begins',
      script: { throws: { 'begin-candidacy': ['CandidacyOver'] } },
      end: [names.begin, names.over],
    },
    {
      words: 'over before the rejection',
      script: { steps: { [first]: { ask: ['reject'] } }, throws: { 'reject-candidate': ['CandidacyOver'] } },
      end: [names.turnDown, names.over],
    },
    {
      words: 'over before the appointment',
      script: { throws: { 'appoint-candidate': ['CandidacyOver'] } },
      end: [ending[0]!, names.over],
    },
    ...(path === 'internal-mentor'
      ? [
          {
            words: 'the sponsor action is missed',
            script: { commitment: { ...anyCommitment, logged: false } },
            end: [names.checkAction, names.wasLogged, names.suspended],
          },
          {
            words: 'over before the reminder of the sponsor action',
            script: { throws: { 'remind-of-commitment': ['CandidacyOver'] } },
            end: [names.remindOfAction, names.over],
          },
          {
            words: 'over before the check of the sponsor action',
            script: { throws: { 'check-commitment': ['CandidacyOver'] } },
            end: [names.checkAction, names.over],
          },
        ]
      : []),
  ]

  beforeAll(async () => {
    for (const { step, words, script } of cases) {
      found.set(key(step.step, words), await run({ steps: { [step.step]: script } }))
    }
    for (const { words, script } of others) found.set(words, await run(script))
  })

  test.each(cases.map((each) => ({ ...each, noun: each.step.noun })))(
    '$noun: $words',
    ({ step, before, beside, after, words, states, end }) => {
      const { status, path: visited } = found.get(key(step.step, words))!
      const own = (of: typeof step) => visited.filter((state) => ownStates(of).includes(state))
      expect(status).toBe('SUCCEEDED')
      expect(own(step)).toEqual(states)
      expect(visited[0]).toBe(names.begin)
      const appointed = end === 'appointed'
      expect(visited.slice(-tails[end]!.length)).toEqual(tails[end])
      for (const each of before) expect(own(each)).toEqual(straight(placeOf(each.step)))
      for (const each of after) expect(own(each)).toEqual(appointed ? straight(placeOf(each.step)) : [])
      if (appointed) for (const each of beside) expect(own(each)).toEqual(straight(placeOf(each.step)))
    },
  )
  const placeOf = (step: string) => places.find((each) => each.step.step === step)!

  test.each(others)('$words', ({ words, end }) => {
    const { status, path: visited } = found.get(words)!
    expect(status).toBe('SUCCEEDED')
    expect(visited.slice(-end.length)).toEqual(end)
  })

  test('all these go every way of the machine, and no other', () => {
    const drawn = outline(selectionMachine(path).definition(arns)).flatMap(({ name, next }) =>
      next.map((target) => `${name} → ${target}`),
    )
    expect([...taken].sort()).toEqual(drawn.sort())
  })

  test('every call says whom it is about, at which step, and when', () => {
    const { calls } = found.get(key(first, 'passes at once'))!
    for (const call of calls) {
      expect(call).toMatchObject({ tenantId: 'nordlicht', programId: 'p1', candidacyId: 'ada.01' })
      expect(call.now).toMatch(/^2027-\d\d-\d\dT/)
    }
    expect(calls.filter(({ task }) => task === 'ask-step').map(({ step }) => step)).toEqual(
      places.map(({ step }) => step.step),
    )
    expect(calls[0]).toMatchObject({ task: 'begin-candidacy', executionArn: expect.stringMatching(/:p1-ada-01$/) })
  })
})

import { expect, test } from 'vitest'
import { people, row, runPilot, saveShortPilot, smallRoster } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const matcherEmail = 'hiro.hoffmann@nordlicht.example'
const { path } = await runPilot(platform, '2027-01-04', { roster: smallRoster(row(matcherEmail, 'matching owner')) })
const matcher = await platform.as(matcherEmail)
const participant = await platform.as(people.participant)

test('the capacity plan has a line for each service and week, 26 weeks unless asked otherwise', async () => {
  expect((await matcher('getCapacityPlan', { path })).lines).toHaveLength(52)
  const { lines, leaves, assumptions } = await matcher('getCapacityPlan', { path, query: { weeks: 60 } })
  expect(lines).toHaveLength(120)
  expect(lines[0]).toMatchObject({ service: 'coach', people: 0, status: 'too few' })
  expect(leaves.map(({ service }) => service)).toEqual(['coach', 'mentor'])
  expect(assumptions[0]).toContain('without a submitted intake')
  expect(await refusal(matcher('getCapacityPlan', { path, query: { weeks: 61 } }))).toEqual(naming('weeks', '60'))
  expect(await refusal(participant('getCapacityPlan', { path }))).toMatchObject({ code: 'NotAllowed' })
})

test('the formats are compared with numbers from the query', async () => {
  const query = { service: 'mentor', providers: 4, hoursPerMonth: 3.75, demand: 20, groupShare: 0.5 } as const
  const { mix, leastGroupShare, basis } = await matcher('compareFormats', { path, query })
  expect(mix).toMatchObject({ participants: 26, served: 20, waiting: 0 })
  // Three groups are 5.625 of 15 hours; the rest serves seven people 1:1.
  expect(leastGroupShare).toBe(0.38)
  expect(basis.map(({ source }) => source).join(' ')).toContain('assumption')
  expect(await refusal(matcher('compareFormats', { path, query: { groupShare: 0.5, oneToOneShare: 0.6 } }))).toEqual(
    naming('groupShare', 'must be 1'),
  )
  expect(await refusal(participant('compareFormats', { path }))).toMatchObject({ code: 'NotAllowed' })
})

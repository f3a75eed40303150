import { computedFacts } from '@pilotgate/core/gates/computed-facts'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { checkMatch } from '@pilotgate/core/matching/review/check-match'
import { chooseAlternative } from '@pilotgate/core/matching/review/choose-alternative'
import { editMatchingSettings } from '@pilotgate/core/matching/review/edit-settings'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { ownMatches, readMatch } from '@pilotgate/core/matching/review/read-matches'
import { reassignMatch } from '@pilotgate/core/matching/review/reassign-match'
import { releaseMember } from '@pilotgate/core/matching/review/release-member'
import { overrideReport, readFairness, readForecast } from '@pilotgate/core/matching/review/reports'
import { loadMembers, loadProgram } from '@pilotgate/core/program/load'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, expect, it } from 'vitest'
import { type World, world } from './world.ts'

const later = '2027-01-28T08:00:00.000Z'
let here: World
/** Ana and Ben with a coach each, approved and published; a third coach has no one. */
beforeEach(async () => {
  here = await world()
  await here.participant('ana')
  await here.participant('ben')
  for (const id of ['vera', 'wanda', 'xavier']) await here.provider(id, { places: 1 })
  await proposeMatches(here.at(), here.owner, here.programId)
  for (const { id } of await here.matches()) await approveMatch(here.at(), here.owner, here.programId, id)
  await publishMatches(here.at(later), here.owner, here.programId)
})
const id = (person: string) => `${person}.R001.coach`
const match = async (person: string) => (await here.store.get('match', here.scope, id(person)))!
const free = async () => {
  const used = new Set((await here.matches('published')).map(({ providerId }) => providerId))
  return ['vera', 'wanda', 'xavier'].find((each) => !used.has(each))!
}
const factsNow = async () => {
  const program = await loadProgram(here.store, here.scope.tenantId, here.programId)
  const rows = {
    store: here.store,
    program,
    members: await loadMembers(here.store, program),
    tasksOf: async () => [],
    now: later,
  }
  const facts = await computedFacts(['matches-approved', 'reassignment-rate'], rows)
  return [...facts.values()].map(({ value }) => (value?.kind === 'ratio' ? `${value.part}/${value.whole}` : undefined))
}

it('publishes each match once, with an event each', async () => {
  expect(await publishMatches(here.at(later), here.owner, here.programId)).toEqual([])
  const events = (await here.events()).filter(({ type }) => type === 'match.published')
  expect(events.map((event) => 'matchId' in event && event.matchId).toSorted()).toEqual([id('ana'), id('ben')])
  const { providerId } = await match('ana')
  expect((await ownMatches(here.store, here.as(providerId, 'coach'), here.programId)).map((each) => each.id)).toEqual([
    id('ana'),
  ])
})

it('asks the participant only, once for each check', async () => {
  const check = (who: string, fine: boolean) =>
    checkMatch(here.at(later), here.as(who, 'participant'), here.programId, id('ana'), {
      what: 'chemistry',
      fine,
      note: '',
    })
  const { providerId } = await match('ana')
  await expect(check(providerId, true)).rejects.toMatchObject({ code: 'NotFound' })
  expect((await check('ana', false)).chemistry).toMatchObject({ fits: false })
  const { version } = await check('ana', false)
  expect(version).toBe((await match('ana')).version)
  await expect(check('ana', true)).rejects.toMatchObject({ code: 'AlreadyDecided' })
})

it('reassigns with a reason: the old place is free, the new one taken, the history whole, the rate counted', async () => {
  const old = await match('ana')
  const to = await free()
  const next = await reassignMatch(here.at(later), here.owner, here.programId, id('ana'), {
    providerId: to,
    reason: 'chemistry',
    text: 'It did not fit.',
  })
  expect(next).toMatchObject({
    id: 'ana.R002.coach',
    runId: 'R002',
    status: 'approved',
    replaces: id('ana'),
    providerId: to,
  })
  expect(await match('ana')).toMatchObject({
    status: 'ended',
    replacedBy: next.id,
    endedBecause: 'chemistry: It did not fit.',
  })
  expect((await here.caseload(old.providerId)).taken).toBe(0)
  expect((await here.caseload(to)).taken).toBe(1)
  expect((await here.events()).slice(-2).map(({ type }) => type)).toEqual(['match.ended', 'matching.proposed'])
  const { history } = await readMatch(here.store, here.owner, here.programId, next.id)
  expect(history.map((each) => each.id)).toEqual([id('ana'), next.id])
  await publishMatches(here.at(later), here.owner, here.programId)
  expect(await factsNow()).toEqual(['2/2', '1/3'])
  await expect(
    reassignMatch(here.at(later), here.owner, here.programId, id('ana'), {
      providerId: to,
      reason: 'other',
      text: 'Once more',
    }),
  ).rejects.toMatchObject({ code: 'AlreadyDecided' })
})

it('reassigns to nobody without a free place: nothing changes', async () => {
  const { providerId } = await match('ben')
  const before = await here.matches()
  await expect(
    reassignMatch(here.at(later), here.owner, here.programId, id('ana'), {
      providerId,
      reason: 'other',
      text: 'Prefers him',
    }),
  ).rejects.toMatchObject({ code: 'NotPossibleNow', message: expect.stringContaining('places') })
  expect(await here.matches()).toEqual(before)
})

it('frees the places of whoever leaves, once', async () => {
  const { providerId } = await match('ana')
  const left = { tenantId: here.scope.tenantId, programId: here.programId, personId: 'ana' }
  await releaseMember(here.at(later), left)
  await releaseMember(here.at(later), left)
  expect(await match('ana')).toMatchObject({ status: 'ended', endedBy: 'pilotgate' })
  expect((await here.caseload(providerId)).taken).toBe(0)
  expect((await match('ben')).status).toBe('published')
})

it('computes nothing where nothing was ever proposed', async () => {
  here = await world()
  expect(await factsNow()).toEqual([])
})

it('reports overrides by reason, fairness without small groups, and the forecast', async () => {
  here = await world()
  for (let n = 0; n < 6; n += 1) await here.participant(`p${n}`)
  for (const provider of ['vera', 'wanda']) await here.provider(provider, { places: 4 })
  await proposeMatches(here.at(), here.owner, here.programId)
  const { store, scope } = here
  const [first] = await here.matches()
  const providerId = first!.providerId === 'vera' ? 'wanda' : 'vera'
  await overrideMatch(here.at(), here.owner, here.programId, first!.id, {
    providerId,
    reason: 'political capital',
    text: 'Needed.',
  })
  const report = await overrideReport(store, scope)
  expect(report).toMatchObject({ overrides: 1, proposed: 6 })
  expect(report.reasons.find(({ reason }) => reason === 'political capital')?.count).toBe(1)
  expect(report.suggestions[0]?.words).toContain('override')
  expect((await readFairness(store, scope)).groups).toEqual([])
  expect((await readForecast(store, scope)).lines[0]).toMatchObject({ service: 'coach', freePlaces: 7, demand: 5 })
})

it('tells participant and provider in mails of their own, without scores, reasons or flags', async () => {
  await shipTemplate()
  const published = (await here.events()).find((each) => each.type === 'match.published')!
  const mails = await noticesFor(here.store, published, site)
  expect(mails.map(({ kind }) => kind)).toEqual(['match-published-participant', 'match-published-provider'])
  for (const { rendered } of mails) expect(rendered.text).not.toMatch(/score|impact|flag|override|\d+(\.\d+)? of 100/i)
  expect(await noticesFor(here.store, published, site)).toEqual(mails)
})

it('asks participants to choose where the program lets them, once, until they have chosen', async () => {
  await shipTemplate()
  await here.participant('cem')
  await here.participant('dea', { services: ['mentor'] })
  for (const each of ['yara', 'zoe']) await here.provider(each, { places: 3 })
  await here.provider('milo', { service: 'mentor' })
  const propose = async () => {
    await proposeMatches(here.at(later), here.owner, here.programId)
    const proposed = (await here.events()).findLast(({ type }) => type === 'matching.proposed')!
    return (await noticesFor(here.store, proposed, site)).filter(({ kind }) => kind === 'choose-provider')
  }
  expect(await propose()).toEqual([])
  await editMatchingSettings(here.at(later), here.owner, here.programId, 0, { rankedChoice: true })
  const mails = await propose()
  // Dea has one mentor to choose from, which is no choice.
  expect(mails.map(({ to }) => to)).toEqual(['cem@nw.test'])
  expect(mails[0]!.rendered.text).not.toMatch(/yara|zoe|score/i)
  const [open] = (await here.matches('proposed')).filter(({ participantId }) => participantId === 'cem')
  await chooseAlternative(here.at(later), here.as('cem', 'participant'), here.programId, open!.id, open!.providerId)
  expect(await propose()).toEqual([])
})

it('tells the matching owner, without names or notes, when a participant says that it does not fit', async () => {
  await shipTemplate()
  await here.person('mats', ['matching owner'])
  const say = async (person: string, fine: boolean) => {
    const check = { what: 'chemistry', fine, note: 'He talks too much.' } as const
    await checkMatch(here.at(later), here.as(person, 'participant'), here.programId, id(person), check)
    return noticesFor(here.store, (await here.events()).at(-1)!, site)
  }
  const mails = await say('ana', false)
  expect(mails.map(({ kind, to }) => ({ kind, to }))).toEqual([{ kind: 'match-doubted', to: 'mats@nw.test' }])
  expect(mails[0]!.rendered.text).not.toMatch(/talks|ana\b(?!\.R001)|vera|wanda/)
  expect(await say('ben', true)).toEqual([])
})

const site = { publicUrl: 'https://pilotgate.test', organisationName: () => 'Northwind' }

const shipTemplate = async () => {
  const { template, program } = await templateFor()
  await here.write({ kind: 'template', record: template, expect: 0 })
  await here.write({ kind: 'program', record: program, expect: program.version })
}

const templateFor = async () => {
  const { leadershipPilot24w } = await import('@pilotgate/core/program/templates/leadership-pilot-24w')
  const program = await loadProgram(here.store, here.scope.tenantId, here.programId)
  const base = { tenantId: here.scope.tenantId, scope: '-', version: 0 }
  const { templateId } = leadershipPilot24w
  return {
    template: {
      ...base,
      id: `${templateId}@1`,
      templateVersion: 1,
      template: leadershipPilot24w,
      createdAt: later,
      createdBy: 'olga',
    },
    program: { ...program, templateId, thresholds: {} },
  }
}

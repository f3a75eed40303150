import { changeAgreement } from '@pilotgate/core/engagement/agreement/change-agreement'
import { loadAgreements } from '@pilotgate/core/engagement/agreement/load-agreements'
import { signAgreement } from '@pilotgate/core/engagement/agreement/sign-agreement'
import { signCharter } from '@pilotgate/core/engagement/agreement/sign-charter'
import { renewEngagement } from '@pilotgate/core/engagement/looks/renew-engagement'
import { computedFacts } from '@pilotgate/core/gates/computed-facts'
import { loadMembers, loadProgram } from '@pilotgate/core/program/load'
import { beforeEach, expect, it } from 'vitest'
import { on, publishedPair } from './published.ts'

let here: Awaited<ReturnType<typeof publishedPair>>
const begin = async (options?: Parameters<typeof publishedPair>[0]) => {
  here = await publishedPair(options)
  await here.publish()
  await here.open()
}
beforeEach(() => begin())

const sign = (personId: string, number = 1, name = personId, now = on(1)) =>
  signAgreement(here.at(now), here.as(personId), here.programId, here.id(), { number, name })
const change = (personId: string, more: Parameters<typeof changeAgreement>[4]) =>
  changeAgreement(here.at(on(2)), here.as(personId), here.programId, here.id(), more)
const scopeChange = { clauses: { scope: 'Also the handover in May.' }, change: 'The role changes.' }
const versions = async () => loadAgreements(here.store, await here.engagement())
const signedFact = async () => {
  const program = await loadProgram(here.store, here.scope.tenantId, here.programId)
  const rows = { store: here.store, program, members: await loadMembers(here.store, program), now: on(1) }
  const found = await computedFacts(['agreements-signed'], { ...rows, tasksOf: async () => [] })
  return found.get('agreements-signed')
}

it('is made once with the goals of the intake, however often the event comes', async () => {
  await here.open()
  expect(await versions()).toMatchObject([{ number: 1, signatures: [], madeBy: 'pilotgate' }])
  expect((await versions())[0]!.clauses.scope).toContain('Delegate decisions')
  expect(await here.told('engagement.changed')).toMatchObject([{ what: 'opened', revision: 1 }])
})

it('has no goals in it that the participant does not let be used', async () => {
  await begin({ consent: 'none' })
  expect(JSON.stringify((await versions())[0]!.clauses)).not.toContain('Delegate')
})

it('is valid once both have signed the same version, each once, with their own name', async () => {
  expect((await signedFact())?.value).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await sign('ana')
  await sign('ana', 1, 'ana', on(3))
  expect((await here.engagement()).agreement).toBeUndefined()
  await sign('vera', 1, '  VERA ')
  expect((await here.engagement()).agreement).toBe(1)
  expect((await versions())[0]!.signatures).toMatchObject([
    { personId: 'ana', at: on(1) },
    { personId: 'vera', name: 'VERA' },
  ])
  expect(await signedFact()).toMatchObject({
    value: { kind: 'ratio', part: 1, whole: 1 },
    evidence: [{ row: 'match', id: here.id(), counts: true }],
  })
  await expect(sign('vera', 2)).rejects.toMatchObject({ problems: [{ field: 'number' }] })
})

it('is signed by both at once, and by nobody else', async () => {
  await Promise.all([sign('ana'), sign('vera')])
  expect((await here.engagement()).agreement).toBe(1)
  for (const who of ['ben', 'olga', 'mia']) await expect(sign(who)).rejects.toMatchObject({ code: 'NotFound' })
})

it.each([
  ['another name', () => sign('ana', 1, 'vera'), { code: 'InvalidInput', problems: [{ field: 'name' }] }],
  ['a version to come', () => sign('ana', 2), { code: 'InvalidInput', problems: [{ field: 'number' }] }],
])('refuses %s', async (_, act, problem) => {
  await expect(act()).rejects.toMatchObject(problem)
  expect((await versions())[0]!.signatures).toEqual([])
})

it('changes by a new version with its reason; the one before stays valid until both sign again', async () => {
  await sign('ana')
  await sign('vera')
  expect(await change('vera', scopeChange)).toMatchObject({ number: 2, change: 'The role changes.', signatures: [] })
  expect((await here.engagement()).agreement).toBe(1)
  expect((await here.openTasks()).map(({ id }) => id)).toEqual([
    `E2.${here.id()}.agreement.2.ana`,
    `E2.${here.id()}.agreement.2.vera`,
  ])
  await expect(sign('ana', 1)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  await sign('ana', 2)
  expect((await here.engagement()).agreement).toBe(1)
  await sign('vera', 2)
  expect((await here.engagement()).agreement).toBe(2)
  expect(await here.openTasks()).toEqual([])
  expect((await versions())[0]!.clauses.scope).not.toContain('handover')
})

it('changes how the two meet, in the record and in its clause', async () => {
  await change('ana', { clauses: {}, cadence: { everyDays: 7 }, change: 'More often until the launch.' })
  expect((await here.engagement()).cadence).toMatchObject({ everyDays: 7, endsOn: '2027-05-24' })
  expect((await versions()).at(-1)!.clauses['cadence and format']).toContain('every 7 days')
})

it.each([
  ['nothing', { clauses: {}, change: 'So.' }, 'clauses'],
  [
    'sponsor actions of a coach',
    { clauses: { 'sponsor actions': 'Opens doors.' }, change: 'So.' },
    'clauses.sponsor actions',
  ],
])('refuses a change of %s', async (_, more, field) => {
  await expect(change('ana', more)).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
})

it('is renewed until its last day, with a reason that both sign', async () => {
  const renew = (endsOn: string, now = on(100)) =>
    renewEngagement(here.at(now), here.owner, here.programId, here.id(), { endsOn, reason: 'The launch moved.' })
  await expect(renew('2027-05-20')).rejects.toMatchObject({ problems: [{ field: 'endsOn' }] })
  expect((await renew('2027-08-31')).cadence.endsOn).toBe('2027-08-31')
  await renew('2027-08-31')
  expect((await versions()).map(({ change: why }) => why)).toEqual([undefined, 'The launch moved.'])
  await expect(renew('2027-12-31', on(250))).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

it('waits for the charter of a mentor coach, in its present versions', async () => {
  await begin({ templateId: 'mentor-coach-90d' })
  const charter = (personId: string, roleCharter = 1) =>
    signCharter(here.at(on(1)), here.as(personId), here.programId, here.id(), {
      ...{ roleCharter, dataAccess: 1, name: personId },
    })
  await expect(sign('vera')).rejects.toMatchObject({ code: 'NotPossibleNow' })
  await expect(charter('ana')).rejects.toMatchObject({ code: 'NotAllowed' })
  await expect(charter('vera', 2)).rejects.toMatchObject({ problems: [{ field: 'roleCharter' }] })
  expect((await charter('vera')).charterSignedAt).toBe(on(1))
  await sign('vera')
})

it('needs no charter of a coach', async () => {
  const signature = { roleCharter: 1, dataAccess: 1, name: 'vera' }
  const act = signCharter(here.at(on(1)), here.as('vera'), here.programId, here.id(), signature)
  await expect(act).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

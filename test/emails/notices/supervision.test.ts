import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { RecordOf } from '@pilotgate/core/records'
import { dueAfter } from '@pilotgate/core/selection/supervision/follow-up'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, type SelectionWorld, selectionWorld } from './selection-world.ts'
import { mailTo, who } from './world.ts'

let world: SelectionWorld
beforeEach(async () => {
  world = await selectionWorld()
  await world.member('hugo', { roles: ['supervisor'] })
  await world.member('lena', { roles: ['supervisor'] })
})

const ids = (found: Notice[]) => found.map(({ mailId }) => mailId).toSorted()
const quarter = '2027-Q1'
const heldAt = '2027-03-01T09:00:00.000Z'
const ratings = {
  challengeSkill: 2,
  behaviouralTools: 3,
  confidentialityPractice: 4,
  contextFluency: 4,
  measurableOutcomes: 3,
}

const review = (personId: string, changes: Partial<RecordOf<'review'>> = {}) =>
  world.put('review', {
    id: `${quarter}.${personId}`,
    personId,
    quarter,
    assignedAt: at,
    dueAt: '2027-03-31T22:00:00.000Z',
    ...changes,
  })
const held = (by: string, feedback?: string) => ({
  held: {
    mode: 'recorded' as const,
    heldAt,
    ratings,
    drift: ['advising instead of asking' as const],
    findings: ['Gave advice three times.'],
    outcome: 'drift' as const,
    by,
    at: heldAt,
  },
  followUp: {
    ...dueAfter(heldAt, 'Europe/Berlin'),
    ...(feedback && { feedback: { text: feedback, at, by } }),
    told: ['feedback' as const],
  },
})

describe('the draw of a quarter', () => {
  const sampled = () => world.tell({ type: 'supervision.sampled', quarter })

  it('goes to supervisors and reviewers, with whom they review', async () => {
    await review(world.id.carl, { reviewerId: world.id.hugo })
    await review(world.id.cora, { reviewerId: world.id.jonas })
    const found = await sampled()
    expect(who(found)).toEqual(['hugo', 'jonas', 'lena'].map((name) => `${name}: reviews-sampled`))
    const [hugo, lena] = ['hugo', 'lena'].map((name) => mailTo(found, name)) as [Notice, Notice]
    expect(hugo).toMatchObject({ gate: 'Q2', mailId: `Q2.${quarter}.reviews-sampled.${world.id.hugo}` })
    expect(hugo.rendered.subject).toMatch(/^Please review a coach in 2027-Q1/)
    expect(hugo.rendered.text).toContain(
      `- Carl Coach\n  https://pilotgate.test/programs/${world.pilot.programId}/reviews/${quarter}.${world.id.carl}`,
    )
    expect(hugo.rendered.text).toContain('- Cora Coach\n  By Jonas Weber')
    expect(hugo.rendered.text).toContain('Thursday 1 April 2027, 00:00 (Europe/Berlin)')
    expect(lena.rendered.text).toContain('None of them is yours.')
    expect(ids(await world.again('supervision.sampled'))).toEqual(ids(found))
  })

  it('says where nobody independent was found', async () => {
    await review(world.id.carl)
    expect(mailTo(await sampled(), 'hugo').rendered.text).toContain('Nobody independent yet')
  })

  it('asks for no review that was held, nor any supervisor who has left', async () => {
    await review(world.id.carl, { reviewerId: world.id.hugo })
    await review(world.id.cora, { reviewerId: world.id.hugo, ...held(world.id.hugo) })
    await world.leave('lena')
    const found = await sampled()
    expect(who(found)).toEqual(['hugo: reviews-sampled'])
    expect(found[0]!.rendered.text).not.toContain('Cora Coach')
    await review(world.id.carl, held(world.id.hugo))
    expect(await world.again('supervision.sampled')).toEqual([])
  })
})

describe('what follows a review', () => {
  const late = (reviewId: string, what: 'feedback' | 'supervision' = 'feedback') =>
    world.tell({ type: 'supervision.late', reviewId, what })

  it('is asked of the reviewer when it is late, and told to the coach lead, without what was found', async () => {
    await review(world.id.carl, { reviewerId: world.id.lena, ...held(world.id.hugo) })
    const found = await late(`${quarter}.${world.id.carl}`)
    expect(who(found)).toEqual(['hugo: review-late', 'jonas: review-late'])
    expect(mailTo(found, 'hugo').rendered.subject).toMatch(/^Late: written feedback for Carl Coach/)
    expect(mailTo(found, 'hugo').rendered.text).toContain('Please write it now.')
    expect(mailTo(found, 'jonas').rendered.text).toContain('Please speak with Hugo Hart.')
    expect(mailTo(found, 'jonas').rendered.text).toContain('Was due: Wednesday 3 March 2027, 10:00 (Europe/Berlin)')
    expect(JSON.stringify(found)).not.toMatch(/advi[cs]/)
    expect(ids(await world.again('supervision.late'))).toEqual(ids(found))
  })

  it('is told by its own due date, and not once it is there', async () => {
    await review(world.id.carl, held(world.id.hugo, 'Ask more.'))
    expect(await late(`${quarter}.${world.id.carl}`)).toEqual([])
    const found = await late(`${quarter}.${world.id.carl}`, 'supervision')
    expect(mailTo(found, 'hugo').rendered.text).toContain('Was due: Monday 8 March 2027, 10:00 (Europe/Berlin)')
  })

  it('is never told to the coach, though they lead the others', async () => {
    await world.member('carl', { roles: ['coach', 'coach lead'] })
    await review(world.id.carl, held(world.id.hugo))
    expect(who(await late(`${quarter}.${world.id.carl}`))).toEqual(['hugo: review-late', 'jonas: review-late'])
  })

  it('of a practicum is told alike', async () => {
    const { held: _, followUp } = held(world.id.hugo)
    const midpoint = {
      review: 'midpoint' as const,
      heldAt,
      ratings,
      findings: ['Gave advice.'],
      outcome: 'pass' as const,
    }
    await world.put('practicum', {
      id: world.id.carl,
      status: 'open',
      startedAt: '2027-01-11T09:00:00.000Z',
      startedBy: world.id.jonas,
      practice: [],
      reviews: [{ ...midpoint, supervisorId: world.id.hugo, followUp }],
    })
    const found = await late(`practicum-midpoint.${world.id.carl}`)
    expect(who(found)).toEqual(['hugo: review-late', 'jonas: review-late'])
    expect(found[0]!.rendered.text).toContain(`/practicums/${world.id.carl}`)
    expect(await late(`practicum-final.${world.id.carl}`)).toEqual([])
  })
})

describe('the calibration of mentors', () => {
  it('is asked of the mentor lead and the supervisors, until it was held', async () => {
    const calibration = { id: quarter, askedAt: at, dueAt: '2027-03-31T22:00:00.000Z' }
    await world.put('calibration', calibration)
    const found = await world.tell({ type: 'calibration.due', quarter })
    expect(who(found)).toEqual(['hugo', 'jonas', 'lena'].map((name) => `${name}: calibration-due`))
    expect(found[0]).toMatchObject({ gate: 'Q6' })
    expect(found[0]!.rendered.text).toContain('To be held before: Thursday 1 April 2027, 00:00 (Europe/Berlin)')
    expect(ids(await world.again('calibration.due'))).toEqual(ids(found))
    const present = [world.id.hugo, world.id.lena]
    await world.put('calibration', {
      ...calibration,
      held: { heldOn: '2027-03-05', present, note: 'Held.', at, by: world.id.jonas },
    })
    expect(await world.again('calibration.due')).toEqual([])
  })
})

describe('a pool outside of its target', () => {
  const alert = (...services: ('coach' | 'mentor')[]) => world.tell({ type: 'pool.alert', week: '2027-W10', services })

  it('is told to the program owner and the leads, with how many there are and the target', async () => {
    const found = await alert('coach')
    expect(who(found)).toEqual(['ada: pool-alert', 'jonas: pool-alert'])
    expect(found[0]).toMatchObject({ gate: 'selection' })
    expect(found[0]!.mailId).toMatch(/^selection\.2027-W10\.pool-alert\./)
    expect(found[0]!.rendered.subject).toMatch(/^Too few coaches/)
    expect(found[0]!.rendered.text).toContain('0 coaches for 2 active leaders (0 %), the target is 1.')
    expect(found[0]!.rendered.text).toContain(`/programs/${world.pilot.programId}/capacity\n`)
    expect(found[0]!.rendered.text).not.toContain('Mentors')
    expect(ids(await world.again('pool.alert'))).toEqual(ids(found))
  })

  it('is told to the lead of that service', async () => {
    await world.member('jonas', { roles: ['mentor lead'] })
    expect(who(await alert('coach'))).toEqual(['ada: pool-alert'])
  })

  it('is not told of a service that is within it', async () => {
    await world.member('paul', { status: 'withdrawn' })
    const pia = await world.pilot.actor('pia')
    const member = (await world.store.get('member', world.scope, pia.personId))!
    await world.store.commit([{ kind: 'member', record: { ...member, status: 'withdrawn' }, expect: member.version }])
    expect(await alert('coach', 'mentor')).toEqual([])
  })
})

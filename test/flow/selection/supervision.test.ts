import { describe, expect, test } from 'vitest'
import { giveCredential } from '../credential.ts'
import { naming, refusal } from '../platform.ts'
import { staff, startSelection } from './selection.ts'

// The last week of a quarter.
const flow = await startSelection('2027-03-29T06:00:00Z', '2027-03-29')
const { platform, owner, path, programId, as, idOf } = flow
const [lead, supervisor, coach] = [await as(staff.coachLead), await as(staff.supervisor), await as(staff.coach)]
const internal = { path: 'internal-coach', level: 'certified internal coach' } as const
await giveCredential(programId, idOf(staff.coach), 'coach')
await giveCredential(programId, idOf(staff.internalCoach), 'coach', internal)
await giveCredential(programId, idOf(staff.mentor), 'mentor')
const told = async (email: string, kind: string) => (await flow.kindsTo(email)).filter((each) => each === kind).length
const ratings = {
  challengeSkill: 3,
  behaviouralTools: 4,
  confidentialityPractice: 5,
  contextFluency: 4,
  measurableOutcomes: 4,
}

describe('the roster of supervision', () => {
  const edit = (masters: unknown[], version = 0, client = lead) =>
    client('editSupervisionRoster', { path, headers: { 'if-match': `"${version}"` }, body: { masters } as never })
  const under = (...coaches: string[]) => ({ personId: idOf(staff.supervisor), leads: [], coaches: coaches.map(idOf) })

  test('is empty at version 0, and says who is missing in it and the ratio', async () => {
    expect(await lead('getSupervisionRoster', { path })).toMatchObject({
      version: 0,
      masters: [],
      ratio: 'No master coach for 1 internal coach; the rule is one master coach for 8 to 15.',
      findings: [{ finding: 'missing', personIds: [idOf(staff.internalCoach)] }],
    })
  })

  test('is set with the version that was read', async () => {
    expect(await edit([under(staff.internalCoach, staff.coach)])).toMatchObject({
      version: 1,
      findings: [],
      ratio: '1 master coach for 1 internal coach; with fewer than 8 in all, one is enough.',
    })
    expect(await refusal(edit([]))).toMatchObject({ status: 412 })
    expect(await refusal(lead('editSupervisionRoster', { path, body: { masters: [] } }))).toMatchObject({ status: 428 })
  })

  test('refuses who is named twice, has no right to it, or is above themselves', async () => {
    const bad = [under(staff.coach, staff.coach), under(staff.participant)]
    const problem = await refusal(edit(bad, 1))
    expect(problem).toEqual(naming('masters.0.coaches.1', 'twice'))
    expect(problem).toEqual(naming('masters.1.coaches.0', 'no coach'))
    const manager = { personId: idOf(staff.manager), leads: [], coaches: [idOf(staff.internalCoach)] }
    expect(await refusal(edit([manager], 1))).toEqual(naming('masters.0.personId', 'without the role'))
    expect(await refusal(edit([], 1, coach))).toMatchObject({ status: 403 })
  })
})

describe('the reviews of a quarter', () => {
  let reviewId: string
  const review = { mode: 'observed', ratings, findings: ['Offered a solution.'], outcome: 'drift' } as const
  const drift = ['advising instead of asking' as const]
  const record = (more: object, client = supervisor) =>
    client('recordReview', { path: { ...path, reviewId }, body: { ...review, drift, ...more } as never })

  test('are drawn on the first working morning that finds coaches, and again in the next quarter', async () => {
    await platform.jumpTo('2027-03-30T05:59:00Z')
    expect((await lead('listReviewSamples', { path })).items).toEqual([])
    await platform.jumpTo('2027-03-30T06:00:00Z')
    expect((await lead('listReviewSamples', { path })).items.map(({ quarter }) => quarter)).toEqual(['2027-Q1'])
    await platform.jumpTo('2027-04-01T05:59:00Z')
    expect((await lead('listReviewSamples', { path })).items).toHaveLength(1)
    await platform.jumpTo('2027-04-01T06:00:00Z')
    const { items } = await lead('listReviewSamples', { path })
    expect(items.map(({ quarter }) => quarter)).toEqual(['2027-Q1', '2027-Q2'])
    expect(items[1]).toMatchObject({ share: 0.2, seed: `${programId} 2027-Q2` })
    const drawn = items.map(({ candidates }) => candidates.filter(({ chosen }) => chosen).map((each) => each.personId))
    // Two coaches: one is drawn, and never-sampled comes first.
    expect(drawn.flat().toSorted()).toEqual([idOf(staff.coach), idOf(staff.internalCoach)].toSorted())
    const { items: reviews } = await lead('listReviews', { path, query: { quarter: '2027-Q2' } })
    expect(reviews).toMatchObject([{ reviewerId: idOf(staff.supervisor), dueAt: '2027-06-30T22:00:00.000Z' }])
    reviewId = reviews[0]!.reviewId
    expect(await told(staff.supervisor, 'reviews-sampled')).toBe(2)
    expect(await told(staff.mentorLead, 'calibration-due')).toBe(2)
  })

  test('are recorded by the reviewer, with drift where it is', async () => {
    const heldAt = '2027-04-01T05:00:00Z'
    expect(await refusal(record({ heldAt, drift: [] }))).toEqual(naming('drift', 'Name the drift'))
    expect(await refusal(record({ heldAt, outcome: 'fine' }))).toEqual(naming('outcome', 'leave `drift` empty'))
    expect(await refusal(record({ heldAt: '2027-04-02T05:00:00Z' }))).toEqual(naming('heldAt', 'in the future'))
    expect(await refusal(record({ heldAt: '2027-03-31T05:00:00Z' }))).toEqual(naming('heldAt', 'Lies before'))
    const high = { ...ratings, contextFluency: 6 }
    expect(await refusal(record({ heldAt, ratings: high }))).toEqual(naming('ratings.contextFluency', 'from 1 to 5'))
    expect(await refusal(record({ heldAt }, await as(staff.mentorLead)))).toMatchObject({ status: 403 })
    expect(await refusal(record({ heldAt }, coach))).toMatchObject({ status: 403 })
    expect(await record({ heldAt })).toMatchObject({
      driftInARow: false,
      followUp: { feedbackDueAt: '2027-04-03T05:00:00.000Z', supervisionDueAt: '2027-04-08T05:00:00.000Z', late: [] },
    })
    expect(await refusal(record({ heldAt, findings: ['Another.'] }))).toMatchObject({ code: 'AlreadyDecided' })
  })

  test('late feedback is told to reviewer and coach lead, once, and not to the coach', async () => {
    await platform.jumpTo('2027-04-07T07:00:00Z')
    expect(await told(staff.supervisor, 'review-late')).toBe(1)
    expect(await told(staff.coachLead, 'review-late')).toBe(1)
    expect([...(await flow.kindsTo(staff.coach)), ...(await flow.kindsTo(staff.internalCoach))]).not.toContain(
      'review-late',
    )
    const given = await supervisor('giveReviewFeedback', {
      path: { ...path, reviewId },
      body: { text: 'Ask twice before you offer a view.' },
    })
    expect(given.followUp).toMatchObject({ late: ['feedback'] })
    const held = await supervisor('holdReviewSupervision', {
      path: { ...path, reviewId },
      body: { heldAt: '2027-04-07T06:00:00Z', note: 'Practises open questions.' },
    })
    expect(held.followUp).toMatchObject({ late: ['feedback'], supervision: { note: 'Practises open questions.' } })
  })

  test('coaches see their own, and nobody else’s', async () => {
    const [own, other] = [coach, await as(staff.internalCoach)].map((client) => client('listReviews', { path }))
    const seen = [(await own!).items.map(({ personId }) => personId), (await other!).items.map((each) => each.personId)]
    expect(seen).toEqual([[idOf(staff.coach)], [idOf(staff.internalCoach)]])
  })

  test('the outcome "suspend" takes the credential, everywhere', async () => {
    const [first] = (await lead('listReviews', { path, query: { quarter: '2027-Q1' } })).items
    reviewId = first!.reviewId
    await record({ heldAt: '2027-03-30T08:00:00Z', outcome: 'suspend' }, lead)
    await platform.settled()
    const { items } = await owner('listCredentials', { path })
    expect(items.find(({ personId }) => personId === first!.personId)).toMatchObject({
      status: 'suspended',
      because: expect.stringContaining('advising instead of asking'),
    })
    expect(await told(staff.matchingOwner, 'credential-changed')).toBe(1)
  })
})

describe('the calibration of mentors', () => {
  const record = (more: object = {}) => {
    const present = [staff.mentorLead, staff.supervisor].map(idOf)
    return supervisor('recordCalibration', {
      path,
      body: { heldOn: '2027-04-05', present, note: 'Two cases on boundaries.', ...more },
    })
  }

  test('is recorded with who took part, once a quarter', async () => {
    expect(await refusal(record({ present: [idOf(staff.mentorLead)] }))).toEqual(naming('present', 'two'))
    expect(await refusal(record({ present: ['nobody', idOf(staff.supervisor)] }))).toEqual(
      naming('present.0', 'no part'),
    )
    expect(await refusal(record({ heldOn: '2027-05-01' }))).toEqual(naming('heldOn', 'in the future'))
    expect(await record()).toMatchObject({ quarter: '2027-Q2', held: { heldOn: '2027-04-05' } })
    expect(await refusal(record({ note: 'Another note.' }))).toMatchObject({ code: 'AlreadyDecided' })
    const { items } = await lead('listCalibrations', { path })
    expect(items.map(({ quarter, held }) => [quarter, held !== undefined])).toEqual([
      ['2027-Q1', false],
      ['2027-Q2', true],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { naming, refusal } from '../platform.ts'
import { staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, path, as, idOf } = flow
const [owner, lead, coach] = [await as(staff.owner), await as(staff.coachLead), await as(staff.coach)]
const [participant, manager] = [await as(staff.participant), await as(staff.manager)]
const candidacyId = await flow.open(staff.coach, 'external-coach')
const open = (client: typeof owner, body: object) => client('openCandidacy', { path, body: body as never })

describe('a candidacy is not opened', () => {
  test('for somebody without the role, a second time, or on a path that there is not', async () => {
    const why = 'She would be good.'
    const mentorPath = open(coach, { personId: 'me', path: 'internal-mentor' })
    expect(await refusal(mentorPath)).toEqual(naming('path', 'needs the role mentor'))
    const learner = open(owner, { personId: idOf(staff.participant), path: 'internal-coach', why })
    expect(await refusal(learner)).toEqual(naming('path', 'Give them the role on the roster'))
    const second = await refusal(open(coach, { personId: 'me', path: 'external-coach' }))
    expect(second).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining(candidacyId) })
    const other = open(lead, { personId: idOf(staff.coach), path: 'internal-coach', why })
    expect(await refusal(other)).toMatchObject({ code: 'NotPossibleNow' })
    expect(await refusal(open(coach, { personId: 'me', path: 'guru' }))).toEqual(naming('path', 'external-coach'))
    expect(await refusal(open(lead, { personId: 'nobody', path: 'external-coach', why }))).toMatchObject({
      code: 'NotFound',
    })
    const unknown = { personId: 'me', path: 'external-coach', skip: ['live-demo'] }
    expect(await refusal(open(coach, unknown))).toEqual(naming('skip', 'not known'))
  })

  test('by a manager for who does not report to them, by a participant, or by the lead of the other service', async () => {
    const body = { personId: idOf(staff.otherCoach), path: 'external-coach', why: 'She asks well.' }
    expect(await refusal(open(manager, body))).toMatchObject({ status: 403 })
    expect(await refusal(open(participant, { ...body, personId: 'me' }))).toMatchObject({ status: 403 })
    expect(await refusal(open(await as(staff.mentorLead), body))).toMatchObject({ status: 403 })
    const own = { personId: idOf(staff.internalCoach), path: 'internal-coach', why: 'Asked for by her team.' }
    expect(await open(manager, own)).toMatchObject({ nomination: { by: idOf(staff.manager) }, status: 'open' })
  })
})

describe('who sees candidacies', () => {
  const read = async (email: string) => (await as(email))('getCandidacy', { path: { ...path, candidacyId } })

  test('the candidate and who leads or oversees the selection; nobody else, and other coaches are told nothing', async () => {
    for (const email of [staff.coach, staff.coachLead, staff.owner, staff.supervisor, staff.lead, staff.operations]) {
      expect(await read(email)).toMatchObject({ candidacyId })
    }
    const unknown = (await as(staff.otherCoach))('getCandidacy', { path: { ...path, candidacyId: 'nobody.01' } })
    const { code } = await refusal(unknown)
    for (const email of [staff.otherCoach, staff.mentor, staff.mentorLead]) {
      expect(await refusal(read(email))).toMatchObject({ status: 404, code })
    }
    for (const email of [staff.participant, staff.sponsor, staff.manager]) {
      expect(await refusal(read(email))).toMatchObject({ status: 403 })
    }
    const listed = async (email: string) => (await (await as(email))('listCandidacies', { path })).items
    expect((await listed(staff.otherCoach)).map((each) => each.candidacyId)).toEqual([])
    expect((await listed(staff.coach)).map((each) => each.candidacyId)).toEqual([candidacyId])
    expect(await listed(staff.coachLead)).toHaveLength(2)
    expect(await refusal(participant('listCandidacies', { path }))).toMatchObject({ status: 403 })
  })

  test('another organisation finds neither program nor candidacy, whatever roles its token has', async () => {
    const token = await platform.tokenOf('x@suedlicht.example', { tenant: 'suedlicht', roles: ['program owner'] })
    for (const url of [`candidacies/${candidacyId}`, 'candidacies', 'credentials', 'selection/rubrics']) {
      const answer = await platform.send('GET', `/v1/programs/${flow.programId}/${url}`, { token })
      expect(answer, url).toMatchObject({ status: 404 })
    }
    const body = { reason: 'Mine.' }
    const url = `/v1/programs/${flow.programId}/candidacies/${candidacyId}/withdrawal`
    expect(await platform.send('POST', url, { token, body })).toMatchObject({ status: 404 })
    expect(await platform.send('GET', `/v1/programs/${flow.programId}/candidacies`)).toMatchObject({ status: 401 })
  })

  test('another coach cannot find out by withdrawing who is on the way', async () => {
    const other = await as(staff.otherCoach)
    const withdraw = async (id: string) => {
      const call = other('withdrawCandidacy', { path: { ...path, candidacyId: id }, body: { reason: 'Mine.' } })
      const { status, code, detail } = await refusal(call)
      return { status, code, detail: detail!.replace(id, 'ID') }
    }
    expect(await withdraw(candidacyId)).toEqual(await withdraw(`${idOf(staff.coach)}.02`))
    expect(await withdraw(candidacyId)).toMatchObject({ status: 404 })
  })
})

describe('a rubric is edited', () => {
  const rubricOf = async (name: string) =>
    (await lead('listRubrics', { path })).items.find(({ rubric }) => rubric === name)!
  const edit = async (name: string, more: object, headers: Record<string, string> = { 'if-match': '"1"' }) => {
    const { version: _, rubric: __, ...content } = await rubricOf(name)
    return lead('editRubric', { path: { ...path, rubric: name }, headers, body: { ...content, ...more } as never })
  }

  test('with the version that was read', async () => {
    expect(await refusal(edit('live-demo', {}, {}))).toMatchObject({ status: 428 })
    expect(await refusal(edit('live-demo', {}, { 'if-match': '"7"' }))).toMatchObject({
      status: 412,
      code: 'StaleVersion',
    })
    expect(await edit('live-demo', { title: 'Demo' })).toMatchObject({ version: 2, title: 'Demo' })
    expect(await refusal(edit('live-demo', {}))).toMatchObject({ status: 412 })
  })

  test('and keeps what a rule of the domain names', async () => {
    const { dimensions } = await rubricOf('live-demo')
    const headers = { 'if-match': '"2"' }
    const four = edit('live-demo', { dimensions: dimensions.slice(1) }, headers)
    expect(await refusal(four)).toEqual(naming('dimensions', 'Must be these five (S-C3)'))
    const low = edit('coach-calibration', { passes: { median: 3.9, lowest: 3 } })
    expect(await refusal(low)).toEqual(naming('passes.median', 'at least 4'))
    expect(await refusal(edit('coaching-simulation', { knockOuts: [] }))).toEqual(naming('knockOuts', 'Must keep'))
    const empty = edit('internal-coach-calibration', { composition: [] })
    expect(await refusal(empty)).toEqual(naming('composition', 'hr head'))
    expect(await refusal(edit('behavioural-interview', { minimumPanel: 1 }))).toEqual(naming('minimumPanel', '2'))
    const path2 = { ...path, rubric: 'dance' }
    const unknown = lead('editRubric', { path: path2, headers, body: { ...(await rubricOf('live-demo')) } as never })
    expect([400, 404]).toContain((await refusal(unknown)).status)
  })

  test('by leads and owners only', async () => {
    const { version: _, rubric: __, ...body } = await rubricOf('live-demo')
    for (const email of [staff.coach, staff.lead, staff.supervisor]) {
      const call = (await as(email))('editRubric', {
        path: { ...path, rubric: 'live-demo' },
        headers: { 'if-match': '"2"' },
        body,
      })
      expect(await refusal(call)).toMatchObject({ status: 403 })
    }
    expect((await (await as(staff.participant))('listDocuments', { path })).items).toHaveLength(6)
  })
})

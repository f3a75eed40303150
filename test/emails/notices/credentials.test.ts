import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { RecordOf } from '@pilotgate/core/records'
import { missedReason } from '@pilotgate/core/selection/commitment-steps'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, type SelectionWorld, selectionWorld } from './selection-world.ts'
import { mailTo, tenantId, who } from './world.ts'

let world: SelectionWorld
beforeEach(async () => {
  world = await selectionWorld()
})

const ids = (found: Notice[]) => found.map(({ mailId }) => mailId).toSorted()
const earlier = '2027-03-01T15:00:00.000Z'

const commit = (changes: Partial<RecordOf<'commitment'>> = {}) =>
  world.put('commitment', {
    id: `${world.id.mona}.01`,
    personId: world.id.mona,
    action: 'introduction',
    what: 'Introduce Pia to the board',
    verifiedBy: 'Lena',
    committedAt: earlier,
    dueAt: '2027-05-07T14:00:00.000Z',
    ...changes,
  })
const outcome = () => ({ text: 'Pia spoke to the board', evidence: 'Minutes', at, by: world.id.mona })
const changed = (what: 'reminded' | 'logged' | 'missed') =>
  world.tell({ type: 'commitment.changed', candidacyId: `${world.id.mona}.01`, what })

describe('a sponsor action', () => {
  it('is asked of the mentor before it is due', async () => {
    await commit()
    const found = await changed('reminded')
    expect(who(found)).toEqual(['mona: sponsor-action-due'])
    expect(found[0]).toMatchObject({ gate: 'S-M9' })
    expect(found[0]!.rendered.subject).toMatch(/^Please log your sponsor action by Friday 7 May/)
    expect(ids(await world.again('commitment.changed'))).toEqual(ids(found))
  })

  it('that is logged goes to the mentor lead, without its words', async () => {
    await commit({ outcome: outcome() })
    const found = await changed('logged')
    expect(who(found)).toEqual(['jonas: sponsor-action-logged'])
    expect(found[0]!.rendered.text).toContain('Mona Mentor logged the outcome')
    expect(JSON.stringify(found)).not.toMatch(/Pia|board|Minutes/)
  })

  it('that is missed goes to the mentor and the mentor lead', async () => {
    await commit({ missedAt: at })
    const found = await changed('missed')
    expect(who(found)).toEqual(['jonas: sponsor-action-missed', 'mona: sponsor-action-missed'])
    expect(mailTo(found, 'mona').rendered.text).toContain('You get no new matches until it is logged.')
    expect(mailTo(found, 'jonas').rendered.text).toContain('Mona Mentor gets no new matches until it is logged.')
  })

  it('is neither asked for nor missed once it is logged', async () => {
    await commit({ outcome: outcome(), missedAt: earlier })
    expect(await changed('missed')).toEqual([])
    expect(await changed('reminded')).toEqual([])
  })

  it.each([
    ['the coach lead', ['coach lead', 'program lead'], 'jonas'],
    ['the program owner', ['program lead'], 'ada'],
  ] as const)('goes to %s where there is no mentor lead', async (_, roles, name) => {
    await world.member('jonas', { roles: [...roles] })
    await commit({ missedAt: at })
    expect(who(await changed('missed'))).toEqual([`${name}: sponsor-action-missed`, 'mona: sponsor-action-missed'])
  })

  it('is not told of by a mentor lead to themself twice', async () => {
    await world.member('mona', { roles: ['mentor', 'mentor lead'] })
    await world.member('jonas', { roles: ['program lead'] })
    await commit({ missedAt: at })
    expect(who(await changed('missed'))).toEqual(['ada: sponsor-action-missed', 'mona: sponsor-action-missed'])
  })

  it('of a mentor who has left is told to nobody but the lead', async () => {
    await world.leave('mona')
    await commit({ missedAt: at })
    expect(who(await changed('missed'))).toEqual(['jonas: sponsor-action-missed'])
  })
})

type Name = 'carl' | 'mona'
const credential = (name: Name, changes: Partial<RecordOf<'credential'>> = {}) => {
  const service = name === 'mona' ? 'mentor' : 'coach'
  return world.put(
    'credential',
    {
      id: `${service}.${world.id[name]}`,
      personId: world.id[name],
      service,
      path: name === 'mona' ? 'internal-mentor' : 'internal-coach',
      programId: world.pilot.programId,
      candidacyId: `${world.id[name]}.01`,
      passedAt: '2026-03-01T08:00:00.000Z',
      calibration: { median: 4, members: 3 },
      introductions: 0,
      status: 'valid',
      recertifyFrom: '2027-03-01T08:00:00.000Z',
      recertifyBy: '2027-09-01T07:00:00.000Z',
      briefDueAt: '2027-04-01T07:00:00.000Z',
      ...changes,
    },
    { tenantId, scope: '-' },
  )
}
const changedTo = (name: Name, status: 'valid' | 'suspended' | 'lapsed', when = at) =>
  world.tell(
    { type: 'credential.changed', personId: world.id[name], service: name === 'mona' ? 'mentor' : 'coach', status },
    { when },
  )

describe('a credential', () => {
  it('that no longer holds is told to its holder, the lead and the matching owner', async () => {
    await world.member('lena', { roles: ['sponsor', 'matching owner'] })
    await credential('carl', { status: 'lapsed', because: 'Recertification was due (Q3).' })
    const found = await changedTo('carl', 'lapsed')
    expect(who(found)).toEqual(['carl', 'jonas', 'lena'].map((name) => `${name}: credential-changed`))
    expect(mailTo(found, 'carl').rendered.subject).toMatch(/^Your coach credential has lapsed/)
    expect(mailTo(found, 'carl').rendered.text).toContain('Why: Recertification was due (Q3).')
    expect(mailTo(found, 'jonas').rendered.text).toContain('Why: Recertification was due (Q3).')
    expect(mailTo(found, 'lena').rendered.text).toContain('Carl Coach gets no new matches for now.')
    expect(mailTo(found, 'lena').rendered.text).not.toContain('Recertification was due')
    expect(ids(await world.again('credential.changed'))).toEqual(ids(found))
  })

  it('suspended again later is told again', async () => {
    await credential('carl', { status: 'suspended' })
    const first = await changedTo('carl', 'suspended', earlier)
    expect(first).toHaveLength(2)
    expect(ids(await changedTo('carl', 'suspended'))).not.toEqual(ids(first))
  })

  it('is not told of when it is valid, or valid again', async () => {
    await credential('carl')
    expect(await changedTo('carl', 'valid')).toEqual([])
    expect(await changedTo('carl', 'suspended')).toEqual([])
  })

  it('suspended for a missed sponsor action is told to the matching owner; the others got that mail', async () => {
    await world.member('lena', { roles: ['sponsor', 'matching owner'] })
    await credential('mona', { status: 'suspended', because: missedReason })
    expect(who(await changedTo('mona', 'suspended'))).toEqual(['lena: credential-changed'])
    await credential('mona', { status: 'suspended', because: 'Something else.' })
    expect(who(await changedTo('mona', 'suspended'))).toEqual(
      ['jonas', 'lena', 'mona'].map((name) => `${name}: credential-changed`),
    )
  })

  it.each([
    [
      'recertification',
      'Recertification',
      'Wednesday 1 September 2027, 09:00',
      'Possible from: Monday 1 March 2027, 09:00',
    ],
    ['outcomes brief', 'Outcomes brief', 'Thursday 1 April 2027, 09:00', 'without naming anybody'],
  ] as const)('asks for the %s of its holder, and tells the lead', async (what, title, due, also) => {
    await credential('carl')
    const found = await world.tell({ type: 'credential.due', personId: world.id.carl, service: 'coach', what })
    expect(who(found)).toEqual(['carl: credential-due', 'jonas: credential-due'])
    expect(mailTo(found, 'carl').rendered.subject).toMatch(new RegExp(`^${title} is due`))
    expect(mailTo(found, 'jonas').rendered.subject).toMatch(new RegExp(`^${title} of Carl Coach is due`))
    for (const { rendered } of found) {
      expect(rendered.text).toContain(`Due: ${due} (Europe/Berlin)`)
      expect(rendered.text).toContain(also)
    }
    expect(ids(await world.again('credential.due'))).toEqual(ids(found))
  })

  it('that has lapsed asks for nothing, and nobody who has left is asked', async () => {
    await credential('carl')
    await world.leave('carl')
    const event = {
      type: 'credential.due',
      personId: world.id.carl,
      service: 'coach',
      what: 'recertification',
    } as const
    expect(who(await world.tell(event))).toEqual(['jonas: credential-due'])
    await credential('carl', { status: 'lapsed' })
    expect(await world.again('credential.due')).toEqual([])
  })
})

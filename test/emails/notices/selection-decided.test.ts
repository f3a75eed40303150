import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { liveDemo } from '@pilotgate/core/selection/rubrics/live-demo'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, candidacyOf, roundOf, type SelectionWorld, selectionWorld } from './selection-world.ts'
import { mailTo, who } from './world.ts'

let world: SelectionWorld
let candidacyId: string
beforeEach(async () => {
  world = await selectionWorld()
  candidacyId = `${world.id.carl}.01`
})

const ids = (found: Notice[]) => found.map(({ mailId }) => mailId).toSorted()
const decide = (outcome: 'pass' | 'hold' | 'reject', step = 'live-demo') =>
  world.tell({ type: 'selection.decided', candidacyId, step, round: 1, outcome })

describe('a step on hold', () => {
  const held = roundOf('references', {
    status: 'on hold',
    missing: ['A second reference (S-C4)'],
    until: '2027-04-02T15:00:00.000Z',
  })

  it('tells the candidate what is missing and until when, and the lead with the name', async () => {
    await world.put('candidacy', candidacyOf(world.id.carl, held))
    const found = await decide('hold', 'references')
    expect(who(found)).toEqual(['carl: candidate-held', 'jonas: candidate-held'])
    const [carl, jonas] = ['carl', 'jonas'].map((name) => mailTo(found, name)) as [Notice, Notice]
    expect(carl.mailId).toBe(`S-C4.${candidacyId}.references.1.candidate-held.${world.id.carl}`)
    for (const { rendered } of found) {
      expect(rendered.text).toContain('A second reference (S-C4)')
      expect(rendered.text).toContain('Friday 2 April 2027, 17:00 (Europe/Berlin)')
    }
    expect(carl.rendered.subject).toMatch(/^Your candidacy: on hold until Friday 2 April/)
    expect(carl.rendered.text).toContain('tell the coach lead, who opens the step again')
    expect(jonas.rendered.subject).toMatch(/^Candidacy of Carl Coach: on hold/)
    expect(jonas.rendered.text).toContain('open the step again on the page')
    expect(ids(await world.again('selection.decided'))).toEqual(ids(found))
  })

  it('says nothing once it was opened again, or the candidacy is over', async () => {
    const next = roundOf('references', { round: 2 })
    await world.put('candidacy', candidacyOf(world.id.carl, held, { rounds: [held, next] }))
    expect(await decide('hold', 'references')).toEqual([])
    await world.put('candidacy', candidacyOf(world.id.carl, held, { status: 'withdrawn' }))
    expect(await world.again('selection.decided')).toEqual([])
  })

  it('tells a program owner where nobody leads the path', async () => {
    await world.member('jonas', { roles: ['program lead'] })
    await world.put('candidacy', candidacyOf(world.id.carl, held))
    expect(who(await decide('hold', 'references'))).toEqual(['ada: candidate-held', 'carl: candidate-held'])
  })
})

describe('a panel that is closed', () => {
  const score = (personId: string, marks: number[]) =>
    world.put('selectionAnswer', {
      id: `${candidacyId}.live-demo.1.scores.${personId}`,
      candidacyId,
      step: 'live-demo',
      round: 1,
      requirement: 'scores',
      by: personId,
      at,
      form: 'scores',
      answer: {
        kind: 'scores',
        marks: Object.fromEntries(liveDemo.dimensions.map(({ dimension }, index) => [dimension, marks[index]!])),
        rules: {},
        note: 'A private note.',
      },
    })
  const close = async () => {
    const panel = { rubricVersion: 1, members: [world.id.lena, world.id.hugo] }
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo', { status: 'passed', panel })))
    return decide('pass')
  }

  it('tells the lead in which dimensions it disagreed, and no marks, notes or members', async () => {
    await score(world.id.lena, [5, 5, 5, 5, 5])
    await score(world.id.hugo, [3, 4, 5, 5, 2])
    const found = await close()
    expect(who(found)).toEqual(['jonas: panel-disagreement'])
    const { text, subject } = found[0]!.rendered
    const list = text.slice(text.indexOf('Where they disagreed'), text.indexOf('Open the candidacy'))
    expect(list.match(/^- .*$/gm)).toEqual(
      [liveDemo.dimensions[0]!, liveDemo.dimensions[4]!].map(({ words }) => `- ${words}`),
    )
    expect(text + subject).not.toMatch(/private note|Lena|Hugo|median of/)
    expect(ids(await world.again('selection.decided'))).toEqual(ids(found))
  })

  it('says nothing when the marks lie close', async () => {
    await score(world.id.lena, [5, 5, 5, 5, 5])
    await score(world.id.hugo, [4, 4, 5, 5, 4])
    expect(await close()).toEqual([])
  })
})

describe('a candidacy that ends', () => {
  const close = (status: 'appointed' | 'rejected' | 'withdrawn', by = 'pilotgate') =>
    world.tell({ type: 'candidacy.closed', candidacyId, status }, { by })
  const ended = (status: 'appointed' | 'rejected' | 'withdrawn', changes = {}) =>
    world.put('candidacy', candidacyOf(world.id.carl, roundOf('calibration'), { status, ...changes }))

  it('in an appointment tells the candidate what they may do now', async () => {
    await ended('appointed')
    const found = await close('appointed')
    expect(who(found)).toEqual(['carl: candidate-appointed'])
    expect(found[0]).toMatchObject({
      gate: 'selection',
      mailId: `selection.${candidacyId}.candidate-appointed.${world.id.carl}`,
    })
    expect(found[0]!.rendered.text).toContain('You can be matched with participants from now on.')
    expect(found[0]!.rendered.text).not.toContain('ponsor action')
    expect(ids(await world.again('candidacy.closed'))).toEqual(ids(found))
  })

  it('as a mentor says by when the sponsor action is due, and not what it is', async () => {
    const mentor = `${world.id.mona}.01`
    const path = { path: 'internal-mentor', service: 'mentor', status: 'appointed' } as const
    await world.put('candidacy', candidacyOf(world.id.mona, roundOf('calibration'), path))
    await world.put('commitment', {
      id: mentor,
      personId: world.id.mona,
      action: 'introduction',
      what: 'Introduce Pia to the board',
      verifiedBy: 'Lena',
      committedAt: at,
      dueAt: '2027-05-07T14:00:00.000Z',
    })
    const found = await world.tell({ type: 'candidacy.closed', candidacyId: mentor, status: 'appointed' })
    expect(who(found)).toEqual(['mona: candidate-appointed'])
    expect(found[0]!.rendered.subject).toContain('log your action by Friday 7 May')
    expect(found[0]!.rendered.text).toContain('You can be matched with mentees')
    expect(found[0]!.rendered.text).toContain('Friday 7 May 2027, 16:00 (Europe/Berlin)')
    expect(found[0]!.rendered.text).not.toContain('Pia')
  })

  it('in a rejection tells the candidate the reasons and that they may apply again, and the lead', async () => {
    await ended('rejected', { reasons: ['The outcomes cannot be verified (S-C2).'] })
    const found = await close('rejected')
    expect(who(found)).toEqual(['carl: candidate-rejected', 'jonas: candidacy-closed'])
    const { text } = mailTo(found, 'carl').rendered
    expect(text).toContain('- The outcomes cannot be verified (S-C2).')
    expect(text).toContain('You may apply again at any time.')
    expect(mailTo(found, 'jonas').rendered.subject).toMatch(/^Candidacy of Carl Coach was turned down/)
  })

  it('by the candidate tells the lead; by somebody else the candidate, too', async () => {
    await ended('withdrawn', { reasons: ['No time.'] })
    expect(who(await close('withdrawn', world.id.carl))).toEqual(['jonas: candidacy-closed'])
    const found = await close('withdrawn', world.id.ada)
    expect(who(found)).toEqual(['carl: candidacy-closed', 'jonas: candidacy-closed'])
    expect(mailTo(found, 'carl').rendered.subject).toMatch(/^Your candidacy was withdrawn/)
  })

  it('with its program tells the candidate, and spares the lead one mail for each', async () => {
    await ended('withdrawn', { reasons: ['The program stopped.'] })
    const program = (await world.store.get('program', { ...world.scope, scope: '-' }, world.pilot.programId))!
    await world.store.commit([{ kind: 'program', record: { ...program, status: 'stopped' }, expect: program.version }])
    expect(who(await close('withdrawn'))).toEqual(['carl: candidacy-closed'])
  })

  it('sends nothing to a candidate who has left', async () => {
    await ended('withdrawn')
    await world.leave('carl')
    expect(who(await close('withdrawn'))).toEqual(['jonas: candidacy-closed'])
  })
})

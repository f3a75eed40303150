import { deliver, type Notice } from '@pilotgate/core/gates/mail-ledger'
import { readLinkKey } from '@pilotgate/core/program/link-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeMailer } from '../../contract/fakes/mailer.ts'
import {
  at,
  candidacyOf,
  referenceOf,
  roundOf,
  type SelectionWorld,
  selectionWorld,
  taskOf,
} from './selection-world.ts'
import { mailTo, tenantId, who } from './world.ts'

let world: SelectionWorld
let candidacyId: string
beforeEach(async () => {
  world = await selectionWorld()
  candidacyId = `${world.id.carl}.01`
})

const ids = (found: Notice[]) => found.map(({ mailId }) => mailId).toSorted()
const scoresOf = (personId: string) => taskOf(personId, { candidacyId, step: 'live-demo', requirement: 'scores' })
const panelOf = (personId: string) =>
  taskOf(
    personId,
    { candidacyId, step: 'live-demo', requirement: 'panel' },
    { title: 'Name the panel for the live demo' },
  )

const demo = async (...tasks: ReturnType<typeof taskOf>[]) => {
  await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo')))
  for (const task of tasks) await world.put('task', task)
}
const askedBy = (step: string, { taskIds = [] as string[], referenceIds = [] as string[] }) =>
  world.tell({ type: 'selection.asked', candidacyId, step, round: 1, taskIds, referenceIds })
const ask = (...tasks: ReturnType<typeof taskOf>[]) => askedBy('live-demo', { taskIds: tasks.map(({ id }) => id) })
const remind = (reminder: number, step = 'live-demo', when = at) =>
  world.tell({ type: 'selection.reminded', candidacyId, step, round: 1, reminder, escalate: reminder === 3 }, { when })

describe('a step that asks', () => {
  it('goes to everybody with a task, with the rule in words, the due date and their page', async () => {
    const tasks = [scoresOf(world.id.jonas), scoresOf(world.id.lena)]
    await demo(...tasks)
    const found = await ask(...tasks)
    expect(who(found)).toEqual(['jonas: selection-asked', 'lena: selection-asked'])
    const lena = mailTo(found, 'lena')
    expect(lena).toMatchObject({ gate: 'S-C3', personId: world.id.lena })
    expect(lena.rendered.subject).toBe('Candidacy of Carl Coach: score the live demo by Friday 5 March')
    expect(lena.rendered.text).toContain('A demo of 30 minutes (S-C3).')
    expect(lena.rendered.text).toContain('Friday 5 March 2027, 16:00 (Europe/Berlin)')
    expect(lena.rendered.text).toContain(`/programs/${world.pilot.programId}/tasks/${tasks[1]!.id}\n`)
    expect(lena.rendered.text).toContain('please tell the coach lead')
    expect(mailTo(found, 'jonas').rendered.text).toContain('please tell the program owner')
  })

  it('says "your" to the candidate', async () => {
    const task = scoresOf(world.id.carl)
    await demo(task)
    const [mail] = await ask(task)
    expect(mail!.rendered.subject).toContain('Your candidacy: score the live demo')
    expect(mail!.rendered.text).not.toContain('candidacy of Carl')
  })

  it('puts several tasks of one person into one mail', async () => {
    const tasks = [scoresOf(world.id.jonas), { ...panelOf(world.id.jonas), dueAt: '2027-03-04T15:00:00.000Z' }]
    await demo(...tasks)
    const found = await ask(...tasks)
    expect(who(found)).toEqual(['jonas: selection-asked'])
    expect(found[0]!.rendered.subject).toContain('2 tasks by Thursday 4 March')
    for (const { id } of tasks) expect(found[0]!.rendered.text).toContain(`/tasks/${id}\n`)
  })

  it('gives the same id when it comes again, though one of the tasks was done, and another for a later task', async () => {
    const [panel, scores, late] = [
      panelOf(world.id.jonas),
      scoresOf(world.id.jonas),
      taskOf(world.id.jonas, { candidacyId, step: 'live-demo', requirement: 'late' }),
    ]
    await demo(panel, scores, late)
    const first = await ask(panel, scores)
    await world.put('task', { ...panel, status: 'done' })
    const second = await world.again('selection.asked')
    expect(ids(second)).toEqual(ids(first))
    expect(second[0]!.rendered.text).not.toContain(panel.title)
    expect(ids(await ask(late))).not.toEqual(ids(first))
  })

  it('asks for nothing that is done, nobody who has left, and not for a round that is over', async () => {
    const [done, left, open] = [scoresOf(world.id.jonas), scoresOf(world.id.cora), scoresOf(world.id.lena)]
    await demo({ ...done, status: 'done' }, left, open)
    await world.leave('cora')
    expect(who(await ask(done, left, open))).toEqual(['lena: selection-asked'])
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo', { status: 'passed' })))
    expect(await world.again('selection.asked')).toEqual([])
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo', { round: 2 })))
    expect(await world.again('selection.asked')).toEqual([])
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo'), { status: 'withdrawn' }))
    expect(await world.again('selection.asked')).toEqual([])
  })
})

describe('referees', () => {
  const references = async () => {
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('references')))
    const all = [1, 2, 3].map((number) => referenceOf(number, candidacyId, number === 3 ? { answeredAt: at } : {}))
    for (const reference of all) await world.put('reference', reference)
    return all.map(({ id }) => id)
  }
  const ref = (number: number) => `${candidacyId}.references.1.${number}`
  const keyIn = ({ rendered }: Notice): string => /https:\/\/pilotgate\.test\/reference#(\S+)/.exec(rendered.text)![1]!

  it('are asked at their address, each with a link of their own', async () => {
    const found = await askedBy('references', { referenceIds: await references() })
    expect(found.map(({ to, kind, personId, gate }) => [to, kind, personId, gate])).toEqual([
      ['ref-1@fjord.test', 'reference-asked', ref(1), 'S-C4'],
      ['ref-2@fjord.test', 'reference-asked', ref(2), 'S-C4'],
    ])
    const [mail, other] = found as [Notice, Notice]
    expect(mail.rendered.subject).toBe('A reference for Carl Coach? 5 minutes, by Friday 5 March')
    expect(mail.rendered.text).toContain('Carl Coach would like to work as an external coach')
    expect(mail.rendered.text).toContain('Friday 5 March 2027, 16:00 (Europe/Berlin)')
    expect(mail.rendered.text).toContain('You get this mail because you were named as a referee.')
    const place = { tenantId, programId: world.pilot.programId }
    expect(readLinkKey(keyIn(mail))).toEqual({ ...place, id: ref(1), secret: 'secret-of-1' })
    expect(mail.rendered.text).not.toContain(keyIn(other))
    expect(ids(await world.again('selection.asked'))).toEqual(ids(found))
  })

  it('are reminded until they have answered', async () => {
    await references()
    const found = await remind(2, 'references')
    expect(found.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'ref-1@fjord.test reference-reminder',
      'ref-2@fjord.test reference-reminder',
    ])
    expect(found[0]!.mailId).toBe(`S-C4.${candidacyId}.references.1.${at}.reference-reminder.${ref(1)}`)
    expect(readLinkKey(keyIn(found[0]!))?.secret).toBe('secret-of-1')
  })

  it('are named to the lead with the last reminder, without their links', async () => {
    await references()
    const found = await remind(3, 'references')
    const lead = mailTo(found, 'jonas')
    expect(lead.kind).toBe('selection-escalation')
    expect(lead.rendered.text).toContain('Rosa 1')
    expect(lead.rendered.text).not.toContain('Rosa 3')
    expect(JSON.stringify(lead)).not.toMatch(/secret|reference#/)
  })

  it('have their secret in the mail they get, and nowhere in the ledger', async () => {
    const [notice] = await askedBy('references', { referenceIds: await references() })
    const mailer = fakeMailer()
    await deliver({ store: world.store, now: at }, mailer, { tenantId, programId: world.pilot.programId }, notice!)
    const key = keyIn(notice!)
    const { text, html, ...seenInLogs } = mailer.delivered[0]!
    expect([text, html].every((part) => part.includes(key))).toBe(true)
    const row = await world.store.get('mail', world.scope, notice!.mailId)
    expect(row).toMatchObject({ status: 'sent', to: 'ref-1@fjord.test', personId: ref(1) })
    for (const seen of [row, seenInLogs]) expect(JSON.stringify(seen)).not.toMatch(new RegExp(`secret-of|${key}`))
  })
})

describe('a step nobody answers', () => {
  it('reminds those whose tasks of the round are open', async () => {
    await demo(scoresOf(world.id.lena), { ...scoresOf(world.id.hugo), status: 'done' })
    await world.put('task', taskOf(world.id.mia, { candidacyId: 'other.01', step: 'live-demo', requirement: 'scores' }))
    await world.put('task', { ...panelOf(world.id.cora), id: `S-C3.${candidacyId}.live-demo.2.panel`, round: 2 })
    const found = await remind(1)
    expect(who(found)).toEqual(['lena: selection-reminder'])
    expect(found[0]!.mailId).toBe(`S-C3.${candidacyId}.live-demo.1.${at}.selection-reminder.${world.id.lena}`)
    expect(found[0]!.rendered.text).toContain('was due Friday 5 March 2027, 16:00')
    expect(found[0]!.rendered.text).toContain('Reminder 1 of 3.')
    expect(ids(await world.again('selection.reminded'))).toEqual(ids(found))
  })

  it('reminds again when the count began anew with further people', async () => {
    await demo(scoresOf(world.id.lena))
    const first = await remind(1)
    const second = await remind(1, 'live-demo', '2027-03-15T15:00:00.000Z')
    expect(second).toHaveLength(1)
    expect(ids(second)).not.toEqual(ids(first))
  })

  it('tells the lead with the third reminder, who is late and until when it waits', async () => {
    await demo(scoresOf(world.id.lena), scoresOf(world.id.hugo))
    const found = await remind(3)
    expect(who(found)).toEqual(['hugo: selection-reminder', 'jonas: selection-escalation', 'lena: selection-reminder'])
    const { text } = mailTo(found, 'jonas').rendered
    expect(text).toMatch(/Please speak with (Hugo Hart and Lena Brandt|Lena Brandt and Hugo Hart)\./)
    expect(text).toContain('Still waits until: Thursday 11 March 2027, 16:00 (Europe/Berlin)')
    expect(text).toContain(`/candidacies/${candidacyId}\n`)
    expect(mailTo(found, 'lena').rendered.text).toContain('This is the last reminder.')
  })

  it('tells the program owner when it is the lead who is late', async () => {
    await demo(panelOf(world.id.jonas))
    expect(who(await remind(3))).toEqual(['ada: selection-escalation', 'jonas: selection-reminder'])
  })

  it('tells both when the lead is one of several who are late', async () => {
    await demo(scoresOf(world.id.jonas), scoresOf(world.id.lena))
    expect(who(await remind(3)).filter((line) => line.endsWith('escalation'))).toEqual([
      'ada: selection-escalation',
      'jonas: selection-escalation',
    ])
  })

  it('never tells a candidate of their own panel, though they lead the others', async () => {
    await world.member('carl', { roles: ['coach', 'coach lead'] })
    await world.member('jonas', { roles: ['program lead'] })
    await demo(scoresOf(world.id.lena))
    expect(who(await remind(3))).toEqual(['ada: selection-escalation', 'lena: selection-reminder'])
  })

  it('reminds of nothing that was decided meanwhile', async () => {
    await demo(scoresOf(world.id.lena))
    await world.put('candidacy', candidacyOf(world.id.carl, roundOf('live-demo', { status: 'on hold' })))
    expect(await remind(3)).toEqual([])
  })
})

import type { Event } from '@pilotgate/core/events'
import { remindDecider } from '@pilotgate/core/gates/ask-decider'
import { castVote } from '@pilotgate/core/gates/cast-vote'
import { completeTask } from '@pilotgate/core/gates/complete-task'
import { decideGate } from '@pilotgate/core/gates/decide-gate'
import { deliver } from '@pilotgate/core/gates/mail-ledger'
import { renewTaskLink } from '@pilotgate/core/gates/renew-task-link'
import { earlySignals, weeklyCheck } from '@pilotgate/core/gates/weekly-check'
import type { InstrumentTask } from '@pilotgate/core/measurement/instruments/instrument-task'
import type { Choice } from '@pilotgate/core/program/gate-record'
import { linkKey } from '@pilotgate/core/program/link-key'
import { completeProgram } from '@pilotgate/core/program/schedule-steps'
import { pauseProgram, resumeProgram, stopProgram } from '@pilotgate/core/program/steer-program'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeMailer } from '../../contract/fakes/mailer.ts'
import { fill } from '../../measurement/instruments/world.ts'
import { mailTo, type Pilot, runningPilot, site, tenantId, who } from './world.ts'

let pilot: Pilot
beforeEach(async () => {
  pilot = await runningPilot()
})

const later = (days: number): string =>
  new Date(Date.parse('2027-02-12T15:00:00.000Z') + days * 86_400_000).toISOString()
const vote = async (name: string, choice: Choice, gate = 'W12') =>
  castVote(pilot.at(later(1)), await pilot.actor(name), pilot.programId, gate, { choice, reason: `${name} says so.` })
const remind = (gate: string, days: number) => remindDecider(pilot.at(later(days)), pilot.ref(gate))

describe('a week that opens', () => {
  it('goes to those with tasks, with their own, and to the owner and the lead', async () => {
    await pilot.open('W06')
    const found = await pilot.notices('week.opened')
    expect(who(found)).toEqual(['ada', 'carl', 'cora', 'jonas'].map((name) => `${name}: week-opened`))
    const carl = mailTo(found, 'carl')
    const { personId } = await pilot.actor('carl')
    expect(carl).toMatchObject({ gate: 'W06', personId, mailId: `W06.1.week-opened.${personId}` })
    expect(carl.rendered.subject).toContain('W06 is open: 1 task for you by Friday 12 February')
    expect(carl.rendered.text).toContain(
      `https://pilotgate.test/programs/${pilot.programId}/tasks/W06.1.session-attendance.${personId}`,
    )
    expect(mailTo(found, 'cora').rendered.text).not.toContain(personId)
    expect(mailTo(found, 'ada').rendered.text).toContain('There is no task for you this week.')
  })

  it('goes once to somebody with several tasks and roles', async () => {
    await pilot.open('W01')
    const found = await pilot.notices('week.opened')
    expect(who(found)).toEqual(['ada', 'jonas', 'lea', 'lena'].map((name) => `${name}: week-opened`))
  })

  it('leaves out who has left', async () => {
    await pilot.open('W06')
    await withdrawMember(
      pilot.at(later(0)),
      await pilot.actor('ada'),
      pilot.programId,
      (await pilot.actor('cora')).personId,
      'New job',
    )
    expect(who(await pilot.notices('week.opened'))).toEqual(
      ['ada', 'carl', 'jonas'].map((name) => `${name}: week-opened`),
    )
  })
})

describe('a gate of the owner', () => {
  it('tells owner and lead when it passed, and what opens next', async () => {
    await pilot.open('W06')
    for (const name of ['carl', 'cora']) {
      const { personId, ...rest } = await pilot.actor(name)
      const answer = { kind: 'ratio', part: 9, whole: 10 } as const
      const taskId = `W06.1.session-attendance.${personId}`
      await completeTask(pilot.at(later(-1)), { personId, ...rest }, pilot.programId, taskId, { answer })
    }
    await pilot.evaluate('W06')
    const found = await pilot.notices('gate.passed')
    expect(who(found)).toEqual(['ada: gate-passed', 'jonas: gate-passed'])
    expect(mailTo(found, 'ada').rendered.subject).toContain('W06 passed: 90 % (18 of 20)')
    expect(mailTo(found, 'ada').rendered.text).toContain('opens by itself on Monday 15 February 2027, 09:00')
  })

  it('asks the owner only', async () => {
    await pilot.ask('W06')
    const found = await pilot.notices('gate.asked')
    expect(who(found)).toEqual(['ada: decision-needed'])
    expect(found[0]!.mailId).toMatch(/^W06\.1\.decision-needed\./)
    expect(found[0]!.rendered.text).toContain('Monday 15 February 2027, 16:00 (Europe/Berlin)')
    expect(found[0]!.rendered.text).toContain(`https://pilotgate.test/programs/${pilot.programId}/gates/W06`)
  })

  it('reminds the owner, and the last time tells the sponsor', async () => {
    await pilot.ask('W06')
    await remind('W06', 3)
    const first = await pilot.notices('gate.reminded')
    expect(who(first)).toEqual(['ada: decision-reminder'])
    expect(first[0]!.mailId).toMatch(/^W06\.1\.decision-reminder-1\./)
    await remind('W06', 6)
    await remind('W06', 9)
    const third = await pilot.notices('gate.reminded')
    expect(who(third)).toEqual(['ada: decision-reminder', 'ada: escalation', 'lena: escalation'])
    expect(mailTo(third, 'lena').rendered.text).toContain('Please speak with Ada Stein.')
    expect(mailTo(third, 'ada', 'escalation').rendered.text).toContain('This mail went to Lena Brandt too.')
    await expect(remind('W06', 12)).rejects.toMatchObject({ code: 'ProgramPaused' })
    const paused = await pilot.notices('program.paused')
    expect(who(paused)).toEqual(['ada', 'jonas', 'lena'].map((name) => `${name}: program-paused`))
    expect(mailTo(paused, 'ada').rendered.text).toContain('please resume the program')
    expect(mailTo(paused, 'lena').rendered.text).not.toContain('please resume the program')
  })

  it('asks and reminds nobody of what was decided meanwhile', async () => {
    await pilot.ask('W06')
    await remind('W06', 3)
    await decideGate(pilot.at(later(4)), await pilot.actor('ada'), pilot.programId, 'W06', {
      choice: 'waive',
      reason: 'Holidays.',
    })
    expect(await pilot.notices('gate.asked')).toEqual([])
    expect(await pilot.notices('gate.reminded')).toEqual([])
  })

  it('tells owner and lead of the decision, and the one who carries it out of the task', async () => {
    await pilot.ask('W06')
    const decision = {
      choice: 'remediate',
      reason: 'Sessions were missed.',
      plan: 'Book the missed sessions',
      recheckOn: '2027-02-19',
    } as const
    await decideGate(pilot.at(later(1)), await pilot.actor('ada'), pilot.programId, 'W06', decision)
    const found = await pilot.notices('gate.decided')
    expect(who(found)).toEqual(['ada: decision-recorded', 'jonas: decision-recorded'])
    const { personId } = await pilot.actor('jonas')
    const task = (await pilot.store.get('task', pilot.scope, `W06.1.do.${personId}`))!
    const { text } = mailTo(found, 'jonas').rendered
    expect(text).toContain(`https://pilotgate.test/task#${linkKey(task, task.link!.secret)}\n`)
    expect(text).not.toContain('/tasks/')
    expect(mailTo(found, 'ada').rendered.text).toContain('You need not do anything')
    expect(mailTo(found, 'ada').rendered.text).toContain('checked again on Friday 19 February 2027')
  })
})

describe('a gate of the steering committee', () => {
  const members = ['ada', 'dora', 'hugo', 'lena', 'theo']

  it('asks every member for a vote, and the owner to record the decision', async () => {
    await pilot.ask('W12')
    const found = await pilot.notices('gate.asked')
    expect(who(found)).toEqual(members.map((name) => `${name}: vote-needed`))
    expect(mailTo(found, 'ada').rendered.text).toContain('Record the decision on W12')
    expect(mailTo(found, 'hugo').rendered.text).not.toContain('Record the decision on W12')
  })

  it('asks an owner outside the committee only to record', async () => {
    const template = (await pilot.store.list('template', { tenantId, scope: '-' })).items[0]!
    const committee = template.template.steering.committee.filter((role) => role !== 'program owner')
    const steering = { ...template.template.steering, committee }
    const record = { ...template, template: { ...template.template, steering } }
    await pilot.store.commit([{ kind: 'template', record, expect: template.version }])
    await pilot.ask('W12')
    const found = await pilot.notices('gate.asked')
    expect(who(found)).toEqual(members.map((name) => `${name}: vote-needed`))
    const { subject, text } = mailTo(found, 'ada').rendered
    expect(subject).toContain('W12 needs you to record its decision by Monday 15 February')
    expect(text).toContain("You record the committee's decision once 3 members have voted.")
    expect(text).not.toMatch(/please vote|vote on W12/i)
    expect(mailTo(found, 'hugo').rendered.text).toContain('3 of 4 members')
  })

  it('reminds who has not voted, and the owner to record', async () => {
    await pilot.ask('W12')
    await vote('ada', 'continue')
    await vote('hugo', 'continue')
    await remind('W12', 3)
    const found = await pilot.notices('gate.reminded')
    expect(who(found)).toEqual(['ada', 'dora', 'lena', 'theo'].map((name) => `${name}: decision-reminder`))
    expect(mailTo(found, 'dora').rendered.subject).toContain('W12 still waits for your vote')
    expect(mailTo(found, 'ada').rendered.subject).toContain('W12 still waits for you to record the decision')
  })

  it('escalates to the HR head, the sponsor and the owner: missing votes, or the missing record', async () => {
    await pilot.ask('W12')
    await vote('hugo', 'continue')
    for (const days of [3, 6, 9]) await remind('W12', days)
    const escalated = (await pilot.notices('gate.reminded')).filter(({ kind }) => kind === 'escalation')
    expect(who(escalated)).toEqual(['ada', 'hugo', 'lena'].map((name) => `${name}: escalation`))
    const { text } = mailTo(escalated, 'hugo').rendered
    for (const name of ['Ada Stein', 'Dora Diaz', 'Lena Brandt', 'Theo Thiel']) expect(text).toContain(name)
    expect(text).not.toContain('Hugo Hart (')
    await vote('dora', 'continue')
    await vote('theo', 'continue')
    const quorate = (await pilot.notices('gate.reminded')).filter(({ kind }) => kind === 'escalation')
    expect(mailTo(quorate, 'hugo').rendered.subject).toContain('overdue decision of Ada Stein')
  })

  it('tells owner, lead and committee what was decided, with the votes', async () => {
    await pilot.ask('W12')
    for (const name of ['hugo', 'dora', 'lena']) await vote(name, 'continue')
    await decideGate(pilot.at(later(2)), await pilot.actor('ada'), pilot.programId, 'W12', {
      choice: 'continue',
      reason: 'On track.',
    })
    const found = await pilot.notices('gate.decided')
    expect(who(found)).toEqual([...members, 'jonas'].toSorted().map((name) => `${name}: decision-recorded`))
    const { text } = mailTo(found, 'jonas').rendered
    expect(text).toContain('Hugo Hart: continue')
    expect(text).toContain('hugo says so.')
    expect(text).toMatch(/W13 \(.*\) opens on/)
  })

  it('tells the items of the scale checklist in words', async () => {
    await pilot.ask('W24')
    for (const name of ['hugo', 'dora', 'lena']) await vote(name, 'scale', 'W24')
    const missed = (await pilot.store.get('gate', pilot.scope, 'W24'))!.evaluations[0]!.conditions
    const remediationPlans = Object.fromEntries(missed.map(({ fact }) => [fact, `Plan for ${fact}`]))
    const decision = {
      choice: 'scale',
      reason: 'It works.',
      timeline: 'Autumn',
      budget: '100 EUR',
      remediationPlans,
    } as const
    await decideGate(pilot.at(later(2)), await pilot.actor('ada'), pilot.programId, 'W24', decision)
    const { text } = mailTo(await pilot.notices('gate.decided'), 'ada').rendered
    expect(text).toContain('Session attendance')
    expect(text).toContain('Plan for session-attendance')
    expect(text).toContain('No further gate follows')
  })
})

describe('overdue tasks and the weekly check', () => {
  const check = (days: number) => weeklyCheck(pilot.at(later(days)), tenantId, pilot.programId)

  it('reminds the person of the task, then tells the owner', async () => {
    await pilot.open('W06')
    await check(4)
    const found = (
      await Promise.all((await pilot.events('task.reminded')).map((event) => noticesFor(pilot.store, event, site)))
    ).flat()
    expect(who(found)).toEqual(['carl: task-reminder', 'cora: task-reminder'])
    const { personId } = await pilot.actor('carl')
    expect(mailTo(found, 'carl').mailId).toBe(`W06.1.session-attendance.${personId}.task-reminder-1.${personId}`)
    await check(11)
    await check(18)
    const escalated = await pilot.notices('task.escalated')
    expect(who(escalated)).toEqual(['ada: escalation'])
    expect(escalated[0]!.rendered.text).toMatch(/Please speak with C(arl|ora) Coach\./)
  })

  it('gives the link of a task to its own person alone, and as long as it is good', async () => {
    await pilot.ask('W06')
    const decision = { choice: 'pivot', reason: 'Too few sessions.', plan: 'Book them' } as const
    await decideGate(pilot.at(later(1)), await pilot.actor('ada'), pilot.programId, 'W06', decision)
    const { personId } = await pilot.actor('jonas')
    const page = `/programs/${pilot.programId}/tasks/W06.1.do.${personId}`
    // Due on 20 February, so that the link is good until 6 March.
    for (const days of [10, 17]) await check(days)
    expect(mailTo(await pilot.notices('task.reminded'), 'jonas').rendered.text).toContain('/task#')
    await check(24)
    expect(mailTo(await pilot.notices('task.reminded'), 'jonas').rendered.text).toContain(page)
    for (const type of ['week.checked', 'task.escalated'] as const) {
      const { text } = mailTo(await pilot.notices(type), 'ada').rendered
      expect(text).toContain(page)
      expect(text).not.toContain('#')
    }
  })

  it('sends a new link to the person of the task, whoever asks, until it is done', async () => {
    await pilot.open('W07', '2027-02-15T08:00:00.000Z')
    const { personId, ...rest } = await pilot.actor('pia')
    const taskId = `W07.1.rating.${personId}.${personId}`
    const old = (await pilot.store.get('task', pilot.scope, taskId))!
    await renewTaskLink(pilot.at(later(30)), linkKey(old, old.link!.secret))
    const found = await pilot.notices('task.link-asked')
    expect(who(found)).toEqual(['pia: task-link'])
    const task = (await pilot.store.get('task', pilot.scope, taskId))!
    expect(found[0]!.mailId).toBe(`${taskId}.task-link-${later(30)}.${personId}`)
    expect(found[0]!.rendered.text).toContain(`/task#${linkKey(task, task.link!.secret)}\n`)
    expect(found[0]!.rendered.text).toContain('until Sunday 28 March 2027, 16:00 (Europe/Berlin)')
    expect(found[0]!.rendered.subject).not.toContain('#')
    const answer = fill(task as InstrumentTask)
    await completeTask(pilot.at(later(31)), { personId, ...rest }, pilot.programId, taskId, { answer })
    expect(await pilot.notices('task.link-asked')).toEqual([])
  })

  it('sends the owner a digest with what is open, overdue and unknown', async () => {
    await pilot.ask('W06')
    const world = { store: pilot.store, now: later(1) }
    const mailer = fakeMailer()
    for (const notice of await pilot.notices('week.opened')) await deliver(world, mailer, pilot.ref('W06'), notice)
    const row = (await pilot.store.list('mail', pilot.scope)).items[0]!
    await pilot.store.commit([{ kind: 'mail', record: { ...row, status: 'claimed' }, expect: row.version }])
    await check(4)
    const found = await pilot.notices('week.checked')
    expect(who(found)).toEqual(['ada: weekly-digest'])
    expect(found[0]!.mailId).toMatch(/^program\.2027-W07\.weekly-digest\./)
    const { text } = found[0]!.rendered
    expect(text).toContain('1 decision waiting, 3 tasks overdue')
    expect(text).toContain('3 sent, 1 not known to have arrived')
    expect(text).toContain('W06')
    expect(text).toContain('Carl Coach')
    await check(11)
    const next = (await pilot.notices('week.checked'))[0]!
    expect(next.mailId).toMatch(/^program\.2027-W08\./)
    expect(next.rendered.text).toContain('0 sent')
  })

  it('sends the early signal to owner and sponsor', async () => {
    await pilot.ask('W06')
    await earlySignals(pilot.at(later(25)), tenantId, pilot.programId)
    const found = await pilot.notices('early-signal.due')
    expect(who(found)).toEqual(['ada: early-signal', 'lena: early-signal'])
    expect(found[0]!.mailId).toMatch(/^program\.day-60\.early-signal\./)
    expect(found[0]!.rendered.subject).toMatch(/^Day 60: red – 0 of \d+ gates passed/)
  })
})

describe('what is done to a program', () => {
  it('tells owner and lead of a pause and its end, each time', async () => {
    const ada = await pilot.actor('ada')
    await pauseProgram(pilot.at(later(0)), ada, pilot.programId, 'Reorganisation.')
    const paused = await pilot.notices('program.paused')
    await resumeProgram(pilot.at(later(1)), ada, pilot.programId, 'Settled.')
    const resumed = await pilot.notices('program.resumed')
    expect(who([...paused, ...resumed])).toEqual([
      'ada: program-paused',
      'ada: program-resumed',
      'jonas: program-paused',
      'jonas: program-resumed',
    ])
    expect(mailTo(paused, 'jonas').rendered.text).toContain('was paused by Ada Stein')
    await pauseProgram(pilot.at(later(2)), ada, pilot.programId, 'Again.')
    const again = await pilot.notices('program.paused')
    expect(again.map(({ mailId }) => mailId)).not.toEqual(paused.map(({ mailId }) => mailId))
  })

  it('tells owner, lead and committee that it was stopped', async () => {
    await stopProgram(pilot.at(later(0)), await pilot.actor('ada'), pilot.programId, 'Budget.')
    const found = await pilot.notices('program.stopped')
    expect(who(found)).toEqual(
      ['ada', 'dora', 'hugo', 'jonas', 'lena', 'theo'].map((name) => `${name}: program-stopped`),
    )
  })

  it('tells owner, lead and committee that it is complete', async () => {
    await completeProgram(pilot.at(later(0)), { tenantId, programId: pilot.programId })
    const found = await pilot.notices('program.completed')
    expect(who(found)).toEqual(
      ['ada', 'dora', 'hugo', 'jonas', 'lena', 'theo'].map((name) => `${name}: program-completed`),
    )
    expect(found[0]!.rendered.text).toContain('0 of 24')
  })
})

describe('every event', () => {
  it('causes the same mails when it comes again, and the ledger sends each once', async () => {
    await pilot.ask('W06')
    await pilot.open('W12')
    await weeklyCheck(pilot.at(later(4)), tenantId, pilot.programId)
    const { items } = await pilot.store.events({ tenantId, programId: pilot.programId }, { limit: 1000 })
    const mailer = fakeMailer()
    const deliverAll = async (event: Event) => {
      const found = await noticesFor(pilot.store, event, site)
      for (const notice of found) await deliver({ store: pilot.store, now: event.at }, mailer, event, notice)
      return found.map(({ mailId }) => mailId)
    }
    const first = []
    for (const event of items) first.push(...(await deliverAll(event)))
    const second = []
    for (const event of items) second.push(...(await deliverAll(event)))
    expect(second).toEqual(first)
    expect(new Set(first).size).toBe(first.length)
    expect(mailer.delivered).toHaveLength(first.length)
    expect(first.length).toBeGreaterThan(10)
    for (const { mailId } of await noticesFor(pilot.store, items.at(-1)!, site))
      expect(mailId).toMatch(/^(program|[A-Z]\d+)\./)
  })

  it('that is none of people’s business causes no mail and no read', async () => {
    const started = await pilot.last('program.started')
    expect(await noticesFor({} as never, started, site)).toEqual([])
  })
})

import { type MessageData, messages } from '@pilotgate/emails/index'
import { render } from '@pilotgate/emails/message'
import { calendarDay, shortDay, when } from '@pilotgate/emails/when'
import { cut, oneLine } from '@pilotgate/emails/words'
import { describe, expect, it } from 'vitest'

describe('when', () => {
  it.each([
    ['2027-02-12T15:00:00Z', 'Europe/Berlin', 'Friday 12 February 2027, 16:00 (Europe/Berlin)'],
    ['2027-07-02T14:00:00.000Z', 'Europe/Berlin', 'Friday 2 July 2027, 16:00 (Europe/Berlin)'],
    ['2027-02-12T15:00:00Z', 'Asia/Tokyo', 'Saturday 13 February 2027, 00:00 (Asia/Tokyo)'],
    ['2027-01-01T02:05:00Z', 'America/New_York', 'Thursday 31 December 2026, 21:05 (America/New_York)'],
    ['2027-02-12T15:00:00Z', 'UTC', 'Friday 12 February 2027, 15:00 (UTC)'],
  ])('writes %s in %s as %s', (instant, zone, words) => expect(when(instant, zone)).toBe(words))

  it('writes short days and calendar days', () => {
    expect(shortDay('2027-02-12T23:30:00Z', 'Europe/Berlin')).toBe('Saturday 13 February')
    expect(calendarDay('2027-02-19')).toBe('Friday 19 February 2027')
  })
})

describe('words', () => {
  it('cuts at a word, counts characters and not code units', () => {
    expect(cut('one two three four', 14)).toBe('one two three…')
    expect(cut('👍'.repeat(10), 10)).toBe('👍'.repeat(10))
    expect(cut('x'.repeat(20), 5)).toBe('xxxx…')
  })

  it('makes one line', () => expect(oneLine(' a\r\n\tb\u2029c\u202E ')).toBe('a b c'))
})

describe('subjects', () => {
  const needed = messages['decision-needed']
  const subject = (changes: Partial<MessageData<'decision-needed'>>) =>
    render(needed, { ...needed.sample, ...changes }).subject

  it('begin with the gate and what it needs, and name the program where there is room', () => {
    expect(subject({})).toBe('W06 needs your decision: session attendance 76 % – Leadership pilot 2027')
    expect(subject({ programName: 'Leadership pilot of the northern region' })).toBe(
      'W06 needs your decision: session attendance 76 %',
    )
  })

  it.each([
    ['KPI feeds: no data from finance', 'KPI feeds: no data from finance'],
    ['Median 3.5, needs at least 4', 'median 3.5'],
    ['Manager answers are missing (3 of 20)', 'manager answers are missing'],
  ])('take the gist of the reason "%s"', (reason, gist) =>
    expect(subject({ reasons: [reason], programName: 'P' })).toBe(`W06 needs your decision: ${gist} – P`),
  )
})

describe('what the reader is asked', () => {
  const text = <K extends keyof typeof messages>(kind: K, changes: Partial<MessageData<K>>) =>
    render(messages[kind] as never, { ...messages[kind].sample, ...changes } as never).text

  it('depends on whether a task is overdue', () => {
    const { task } = messages['task-reminder'].sample
    expect(text('task-reminder', { remindedAt: '2027-02-12T11:00:00.001Z', task })).toContain(
      'was due Friday 12 February',
    )
    expect(text('task-reminder', { remindedAt: '2027-02-12T10:59:59Z', task })).toContain('is due Friday 12 February')
  })

  it('is to record the decision only of the one who records it', () => {
    expect(text('vote-needed', {})).toContain('/gates/W24/record')
    expect(text('vote-needed', { recordHref: undefined })).not.toMatch(/record the committee/)
  })

  it('announces the pause before the last reminder and at it', () => {
    expect(text('decision-reminder', { reminder: 2 })).toContain(
      'If reminder 3 does not help either, the program pauses by itself.',
    )
    expect(text('decision-reminder', { reminder: 3 })).toContain('This is the last reminder.')
  })

  it.each([
    ['stop', {}, 'The program stops here.'],
    ['sunset', {}, 'orderly end'],
    ['remediate', { recheckOn: '2027-02-19' }, 'checked again on Friday 19 February 2027'],
    ['remediate', { recheckOn: undefined }, 'checked again once the plan is carried out'],
    ['waive', { recheckOn: undefined }, 'W07 (Rapid feedback) opens on Monday 15 February 2027, 09:00'],
  ] as const)('after the decision %s %o is the next step', (choice, changes, words) => {
    const next = { gate: 'W07', title: 'Rapid feedback', opensAt: '2027-02-15T08:00:00Z' }
    expect(text('decision-recorded', { choice, next, ...changes })).toContain(words)
  })

  it('lists votes, timeline, budget and plans of a steering decision', () => {
    const written = text('decision-recorded', {
      choice: 'scale',
      authority: 'steering committee',
      plan: undefined,
      recheckOn: undefined,
      votes: [
        { name: 'Lena Brandt', choice: 'scale', reason: 'The signal is clear' },
        { name: 'Jonas Weber', choice: 'iterate' },
      ],
      timeline: 'September 2027',
      budget: '120,000 EUR',
      remediationPlans: [{ item: 'Sponsor actions', plan: 'Log the three missing ones' }],
    })
    for (const part of [
      'Lena Brandt: scale',
      'The signal is clear',
      'Jonas Weber: iterate',
      'Timeline: September 2027',
      'Budget: 120,000 EUR',
      'Sponsor actions',
      'Log the three missing ones',
      'Recorded by: Ada Stein',
    ])
      expect(written).toContain(part)
  })

  it('shows ten overdue tasks and counts the rest', () => {
    const task = messages['weekly-digest'].sample.overdue[0]!
    const written = text('weekly-digest', {
      overdue: Array.from({ length: 13 }, (_, i) => ({ ...task, title: `Task ${i + 1}.` })),
    })
    expect(written).toContain('Overdue tasks (13)')
    expect(written).toContain('Task 10.')
    expect(written).not.toContain('Task 11.')
    expect(written).toContain("3 more are on the program's page.")
  })
})

describe('a schema that refuses', () => {
  const { sample } = messages['week-opened']
  it.each([
    ['zone', { zone: 'Mars/Olympus' }],
    ['opensAt', { opensAt: '12 February' }],
    ['href', { href: 'javascript:alert(1)' }],
    ['href', { href: '/programs/1' }],
    ['href', { href: 'https://pilotgate.example/\nBcc: all' }],
    ['recipientName', { recipientName: ' \n ' }],
    ['recipientRoles', { recipientRoles: [] }],
    ['tasks.0.dueAt', { tasks: [{ ...sample.tasks[0], dueAt: 'soon' }] }],
    ['tasks.0.notes', { tasks: [{ ...sample.tasks[0], notes: 'private' }] }],
  ])('names the field %s', (field, changes) => {
    expect(() => render(messages['week-opened'], { ...sample, ...changes } as never)).toThrow(
      expect.objectContaining({
        name: 'InvalidInput',
        problems: expect.arrayContaining([expect.objectContaining({ field })]),
      }),
    )
  })
})

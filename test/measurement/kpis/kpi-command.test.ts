import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KpiReport, kpiCommand } from '@pilotgate/local/measurement/kpi-command'
import { afterAll, describe, expect, it } from 'vitest'
import { action, done, engagement, response, session } from './events.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-kpi-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const file = (lines: (string | object)[]): string => {
  files += 1
  const path = join(folder, `${files}.ndjson`)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

const run = (...args: string[]) => {
  const [log, error]: [string[], string[]] = [[], []]
  const code = kpiCommand(args, { log: (line) => log.push(line), error: (line) => error.push(line) })
  return { code, out: log.join('\n'), error: error.join('\n') }
}
const report = (lines: (string | object)[], ...args: string[]): KpiReport => {
  const { code, out, error } = run('--events', file(lines), '--json', ...args)
  expect([code, error]).toEqual([0, ''])
  return JSON.parse(out) as KpiReport
}
const kpi = ({ kpis }: KpiReport, id: string) => kpis.find((each) => each.kpi === id)!

const later = { at: '2027-03-01T08:00:00Z' }
const own = 'ann.R001.coach'

describe('npm run kpi', () => {
  const first = session({ sessionId: 'S1', status: 'scheduled' })
  const events = [
    first,
    { ...first, revision: 2, status: 'attended', rating: 4 },
    session({ status: 'no-show' }),
    done('2027-01-06T09:00:00Z'),
    action(later),
  ]

  it('works out all KPIs with numerator, denominator, target, series and number of rows', () => {
    const found = report(events, '--zone', 'Europe/Berlin')
    expect(found).toMatchObject({ program: 'P', zone: 'Europe/Berlin', lines: 5, week: '2027-W09', problems: [] })
    expect(found.events).toMatchObject({ rows: 4, counted: 5, duplicates: 0, older: 0, invalid: 0, skipped: {} })
    expect(found.kpis).toHaveLength(18)
    expect(kpi(found, 'K1')).toMatchObject({
      value: { kind: 'value', value: 0.5 },
      ...{ numerator: 1, denominator: 2, target: { test: 'at least', value: 0.8 }, met: 'not met', rows: 2 },
      weeks: { from: '2027-W01', to: '2027-W01', withData: 1 },
    })
    expect(kpi(found, 'K1').series).toHaveLength(9)
    expect(kpi(found, 'K1').series[0]).toMatchObject({ week: '2027-W01', running: false, numerator: 1, denominator: 2 })
    expect(kpi(found, 'K17')).toMatchObject({ value: { kind: 'value', value: 4 }, denominator: 1, rows: 1 })
    expect(kpi(found, 'K9')).toMatchObject({ value: { kind: 'no data' }, met: 'no data', rows: 0, weeks: null })
  })

  it('gives the same for the same lines twice, backwards, with empty lines and Windows line ends', () => {
    const straight = report(events)
    const mixed = report([...events.toReversed(), '', ...events].map((each) => `${each && JSON.stringify(each)}\r`))
    expect(mixed.kpis).toEqual(straight.kpis)
    expect(mixed.events).toMatchObject({ rows: 4, counted: 4, older: 2, duplicates: 4 })
  })

  it('counts weeks that are over at the end of the day asked for', () => {
    expect(kpi(report(events, '--as-of', '2027-01-09'), 'K1').value.kind).toBe('no data')
    const found = report(events, '--as-of', '2027-01-10')
    expect([found.asOf, found.week, kpi(found, 'K1').value.kind]).toEqual(['2027-01-10', '2027-W02', 'value'])
  })

  it('skips and counts events of no KPI, and takes those of one program', () => {
    const others = [{ type: 'program.started' }, { type: 'program.started' }, { type: 'something.new' }]
    const found = report([...events, ...others, response('sponsor-rating', [5])])
    expect(found.events.skipped).toEqual({ 'program.started': 2, 'something.new': 1, 'response.recorded': 1 })
    const two = [...events, { ...session(), programId: 'Q' }]
    expect(report(two, '--program', 'P').events).toMatchObject({ rows: 4, otherPrograms: 1 })
    expect(run('--events', file(two))).toMatchObject({ code: 1, error: expect.stringMatching(/2 programs: P, Q/) })
  })

  it.each<[what: string, line: string | object, problem: RegExp]>([
    ['text that is no JSON', '{"type":', /Not JSON/],
    ['a number', '12', /no "type"/],
    ['null', 'null', /no "type"/],
    ['a field missing', { ...session(), startsAt: undefined }, /session.changed: "startsAt"/],
    ['a field too many', { ...session(), notes: 'Secret' }, /session.changed: .*notes/],
    ['a rating out of range', session({ rating: 6 }), /"rating" is 6/],
    ['a rating of a half', response('pulse', [3.5]), /"ratings.pulse-1-1-prepared" is 3.5/],
    ['a revision of 0', session({ revision: 0 }), /"revision" is 0/],
    ['done without a time', action({ status: 'done' }), /"doneAt" is missing/],
    ['done before it was logged', done('2027-01-01T00:00:00Z'), /"doneAt" lies before "loggedAt"/],
    ['a status nobody knows', { ...session(), status: 'dreamt' }, /"status"/],
  ])('names the line of %s and goes on', (_, line, problem) => {
    const found = report([...events, line])
    expect(found.problems).toEqual([{ line: 6, problem: expect.stringMatching(problem) }])
    expect([found.events.invalid, found.events.rows]).toEqual([1, 4])
  })

  it('warns of sessions of ended and not yet begun engagements and of actions due too early, and counts them', () => {
    const ended = {
      revision: 9,
      what: 'ended' as const,
      endedAt: '2027-01-08T00:00:00Z',
      endReason: 'completed' as const,
    }
    const found = report([
      engagement({ engagementId: own, ...ended }),
      session({ sessionId: 'S8', startsAt: '2027-01-11T09:00:00Z' }),
      session({ sessionId: 'S7', startsAt: '2027-01-04T09:00:00Z' }),
      session({ sessionId: 'S9', startsAt: '2027-01-06T09:00:00Z' }),
      engagement({ engagementId: own, revision: 4, what: 'kicked off', at: '2027-01-05T08:00:00Z' }),
      action({ actionId: 'A1', dueOn: '2027-01-01', ...later }),
      session({ sessionId: 'S9', startsAt: '2027-01-06T10:00:00Z', status: 'no-show' }),
    ])
    expect(found.warnings.map(({ line, warning }) => `${line} ${warning}`)).toEqual([
      '2 Session S8 starts after the end of engagement ann.R001.coach.',
      '3 Session S7 was held before the kickoff of engagement ann.R001.coach.',
      '6 Action A1 was due on 2027-01-01, before it was agreed on 2027-01-05T10:00:00Z.',
      '7 Revision 1 of session.S9 was told otherwise before; the first telling counts.',
    ])
    expect(kpi(found, 'K1')).toMatchObject({ numerator: 3, denominator: 3 })
  })

  it('says in words what it found', () => {
    const { code, out } = run('--events', file([...events, 'nonsense']), '--zone', 'Europe/Berlin')
    expect(code).toBe(0)
    expect(out).toMatch(/K1 {2}Engagement rate +50.0 % \(1 \/ 2\) +not met: at least 80.0 %/)
    expect(out).toMatch(/K9 {2}1:1 quality index +no data/)
    expect(out).toContain('line 6: Not JSON')
  })

  it.each<[what: string, args: () => string[], problem: RegExp]>([
    ['no file', () => [], /--events: is missing/],
    ['a file that is not there', () => ['--events', join(folder, 'none')], /cannot be read \(ENOENT\)/],
    ['a folder', () => ['--events', folder], /cannot be read \(EISDIR\)/],
    ['an empty file', () => ['--events', file([])], /nothing to work KPIs out from/],
    ['a file of nonsense', () => ['--events', file(['a', 'b'])], /Line 1: Not JSON/],
    ['another program', () => ['--events', file(events), '--program', 'X'], /of other programs than "X"/],
    ['a zone nobody knows', () => ['--events', file(events), '--zone', 'Mars/Base'], /not an IANA time zone/],
    ['a day that is none', () => ['--events', file(events), '--as-of', '2027-02-30'], /not a date/],
    ['an option nobody knows', () => ['--events', file(events), '--speed', '1'], /arguments/],
  ])('refuses %s with exit code 1', (_, args, problem) => {
    const { code, error, out } = run(...args(), '--json')
    expect(code).toBe(1)
    expect(error).toMatch(problem)
    expect(JSON.parse(out)).toMatchObject({ error: 'InvalidInput' })
  })
})

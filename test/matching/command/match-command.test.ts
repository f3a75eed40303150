import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type MatchResult, matchCommand } from '@pilotgate/local/matching/match-command'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-match-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const file = (lines: string[]): string => {
  files += 1
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const run = (...args: string[]) => {
  const [log, error]: [string[], string[]] = [[], []]
  const code = matchCommand(args, { log: (line) => log.push(line), error: (line) => error.push(line) }, '2027-01-04')
  return { code, out: log.join('\n'), error: error.join('\n') }
}
const runJson = (...args: string[]): MatchResult => {
  const { code, out, error } = run(...args, '--json')
  // Only progress, on a slow machine.
  expect(error.replace(/^\[[\d.]+ s\] .*$/gm, '').trim()).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as MatchResult
}

const participants = [
  'id,name,consent,service,triggers,target_behaviours,skills_wanted,languages,zone,availability,promotion,seniority,impact_flags,manager_id',
  'p1,Ann Smith,all,mentor,retention risk,feedback; delegation,SQL; Go,English,Europe/Berlin,Mon 9:00-12:00; Thursday 14:00–16:00,no,3,,m2',
  'p2,Bob Jones,goals; languages,mentor,behaviour shift,feedback,SQL,English,Europe/Berlin,,yes,5,platform lead,',
  'p3,Cem Kaya,none,mentor,retention risk,feedback,SQL,English,,,,,,',
]
const providers = [
  'id,name,service,skills,strengths,languages,zone,availability,introductions,sponsor_actions,outcomes_reached,outcomes_all,places,status',
  'm1,Mia Mentor,mentor,sql;go,feedback;delegation,english;german,Europe/London,Mon 08:00-12:00,12,0,3,4,1,selected',
  'm2,Max Mentor,mentor,sql,feedback,english,Europe/London,Mon 08:00-12:00,,,,,2,',
]

describe('npm run match', () => {
  it('matches two files and gives the plan with scores and reasons', () => {
    const plan = runJson('--participants', file(participants), '--providers', file(providers))
    expect(plan).toMatchObject({
      objective: 'best-score',
      week: '2027-01-04',
      participants: 3,
      providers: 2,
      matched: 2,
      optimal: true,
    })
    expect(plan.proposals.map(({ participantId, providerId }) => [participantId, providerId])).toEqual([
      ['p1', 'm1'],
      ['p2', 'm2'],
    ])
    expect(plan.proposals[0]!.result).toMatchObject({ confidence: 1, withoutConsent: [] })
    expect(plan.proposals[1]!.result.withoutConsent).toContain('skillsWanted')
    expect(plan.unmatched).toEqual([
      { participantId: 'p3', service: 'mentor', why: expect.stringContaining('consent') },
    ])
    expect(plan.total).toBeCloseTo(
      plan.proposals.reduce((sum, { result }) => sum + result.score, 0),
      6,
    )
  })

  it('prints the same for people, by name', () => {
    const { out, code } = run('--participants', file(participants), '--providers', file(providers))
    expect(code).toBe(0)
    expect(out).toContain('Ann Smith → Mia Mentor (mentor), ')
    expect(out).toContain('Cem Kaya: no mentor. There is nothing to match on')
    expect(out).toContain('2 matches for 3 participants and 2 providers; total ')
  })

  it('takes weights and an objective', () => {
    const weights = 'skills=100,goals=0,sponsorship=0,availability=0,success=0'
    const plan = runJson(
      '--participants',
      file(participants),
      '--providers',
      file(providers),
      '--weights',
      weights,
      '--objective',
      'most-matched',
    )
    expect(plan.objective).toBe('most-matched')
    expect(plan.proposals[0]!.result.score).toBe(100)
  })

  it('reads semicolons between columns and a byte order mark', () => {
    const [left, right] = [file(['\uFEFFid;consent;skills_wanted', 'p1;all;SQL']), file(['id;skills', 'm1;SQL'])]
    expect(runJson('--participants', left, '--providers', right).proposals[0]!.result).toMatchObject({
      score: 100,
      confidence: 0.35,
    })
  })
})

describe('what is wrong is said with file, row, column and remedy', () => {
  const [good, pool] = [file(participants), file(providers)]
  const bad = (line: string) => file([participants[0]!, line])

  it.each<[string, string[], RegExp]>([
    ['no participants', ['--providers', pool], /^--participants: is missing\..*\nnpm run match/s],
    ['no providers', ['--participants', good], /^--providers: is missing/],
    ['an unknown option', ['--speed', 'fast'], /Unknown option '--speed'/],
    [
      'no such file',
      ['--participants', join(folder, 'none.csv'), '--providers', pool],
      /^none\.csv: Cannot be read \(ENOENT\)\. Check the path/,
    ],
    [
      'an empty file',
      ['--participants', file(['id,consent']), '--providers', pool],
      /Has no rows below its header line/,
    ],
    ['not CSV', ['--participants', file(['id,consent', '"p1,all']), '--providers', pool], /Is not readable as CSV/],
    [
      'no consent column',
      ['--participants', file(['id,name', 'p1,Ann']), '--providers', pool],
      /row 1, column "consent": The column is missing\. Write what matching may use/,
    ],
    [
      'a bad cell',
      ['--participants', bad('p1,Ann,all,mentor,bored,feedback,,,,,,,,'), '--providers', pool],
      /row 2, column "triggers": "bored" is none of: performance gap/,
    ],
    [
      'bad hours',
      ['--participants', bad('p1,Ann,all,mentor,,,,,,Mon 9-12,,,,'), '--providers', pool],
      /row 2, column "availability": "Mon 9-12" is no time of the week\. Write it like/,
    ],
    [
      'a bad zone',
      ['--participants', bad('p1,Ann,all,mentor,,,,,Berlin,,,,,'), '--providers', pool],
      /row 2, column "zone": "Berlin" is not an IANA time zone/,
    ],
    [
      'a bad number',
      ['--participants', bad('p1,Ann,all,mentor,,,,,,,,9,,'), '--providers', pool],
      /row 2, column "seniority": "9" is not a whole number from 1 to 5/,
    ],
    [
      'an id twice',
      ['--participants', file([...participants, participants[1]!]), '--providers', pool],
      /row 5, column "id": "p1" stands in an earlier row/,
    ],
    [
      'more reached than all',
      ['--participants', good, '--providers', file(['id,outcomes_reached,outcomes_all', 'm1,3,2'])],
      /row 2, column "outcomes_reached"/,
    ],
    [
      'an unknown objective',
      ['--participants', good, '--providers', pool, '--objective', 'best'],
      /^--objective: "best" is none of/,
    ],
    [
      'an unknown signal',
      ['--participants', good, '--providers', pool, '--weights', 'charm=100'],
      /^--weights: "charm" is not understood/,
    ],
    [
      'a weight left out',
      ['--participants', good, '--providers', pool, '--weights', 'skills=100'],
      /^--weights: Say how much these count/,
    ],
    [
      'a weight that is no number',
      [
        '--participants',
        good,
        '--providers',
        pool,
        '--weights',
        'skills=x,goals=25,sponsorship=20,availability=10,success=10',
      ],
      /\.skills: Is not a number/,
    ],
    [
      'a negative weight',
      [
        '--participants',
        good,
        '--providers',
        pool,
        '--weights',
        'skills=-5,goals=65,sponsorship=20,availability=10,success=10',
      ],
      /\.skills: -5 is negative/,
    ],
    [
      'weights that are not 100',
      [
        '--participants',
        good,
        '--providers',
        pool,
        '--weights',
        'skills=36,goals=25,sponsorship=20,availability=10,success=10',
      ],
      /add up to 101, not to 100/,
    ],
    ['a week that is none', ['--participants', good, '--providers', pool, '--week', 'soon'], /"soon" is not a date/],
  ])('%s', (_, args, words) => {
    const { code, out, error } = run(...args)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(error).toMatch(words)
  })

  it('with --json as one object, too', () => {
    const { out } = run('--participants', bad('p1,Ann,some,mentor,,,,,,,,9,,'), '--providers', pool, '--json')
    expect(JSON.parse(out)).toMatchObject({
      error: 'UnusableFile',
      problems: [
        { row: 2, column: 'consent' },
        { row: 2, column: 'seniority' },
      ],
    })
  })
})

const data = resolve(import.meta.dirname, '../../../../shared/data/uk-civil-service-mentoring')

describe('the UK civil service mentoring data', () => {
  it.skipIf(!existsSync(data))('500 × 500 are matched with proof (skipped without ../shared/data)', () => {
    const plan = runJson('--participants', join(data, 'mentees.csv'), '--providers', join(data, 'mentors.csv'))
    expect(plan).toMatchObject({ participants: 500, providers: 500, optimal: true, total: 45_400 })
    expect(new Set(plan.proposals.map(({ providerId }) => providerId)).size).toBe(plan.matched)
    expect(plan.matched + plan.unmatched.length).toBe(500)
  })

  it('is known by its columns; grades and organisations rule pairs out', () => {
    const mentees = file([
      'first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,match with similar identity,identity to match,biography',
      'Ann,A,ann@gov.uk,no,Role,AA,Peace,Policy,yes,Gay,x',
      'Bob,B,bob@gov.uk,no,Role,SCS2,Peace,Policy,no,Gay,x',
    ])
    const mentors = file([
      'first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,characteristics,biography',
      'Mia,M,mia@gov.uk,no,Role,AO,Fun,Policy,"Lesbian, Gay",x',
      'Max,M,max@gov.uk,no,Role,EO,Peace,Policy,Gay,x',
    ])
    const plan = runJson('--participants', mentees, '--providers', mentors)
    expect(plan.proposals).toMatchObject([
      { participantId: 'ann@gov.uk', providerId: 'mia@gov.uk', result: { score: 100 }, alternatives: [] },
    ])
    expect(plan.unmatched[0]!.why).toBe(
      'None of the 2 mentors can be matched: 2 are ruled out for this participant by a decision.',
    )
    const broken = file([
      'first name,last name,email address,grade,organisation,profession',
      'Ann,A,ann@gov.uk,ZZ,Peace,Policy',
    ])
    expect(run('--participants', broken, '--providers', mentors).error).toMatch(
      /row 2, column "grade": "ZZ" is none of: aa, ao/,
    )
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { impactReport } from '@pilotgate/core/measurement/impact/impact-report'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { impactCommand } from '@pilotgate/local/measurement/impact-command'
import { afterAll, describe, expect, it } from 'vitest'
import { dataFile, lalonde, lalondeCovariates } from './people.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-impact-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const file = (...lines: string[]): string => {
  files += 1
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const run = (...args: string[]) => {
  const [log, error]: [string[], string[]] = [[], []]
  const code = impactCommand(args, { log: (line) => log.push(line), error: (line) => error.push(line) })
  return { code, out: log.join('\n'), error: error.join('\n') }
}
const columns = ['--treat', 'treat', '--outcome', 're78', '--covariates', lalondeCovariates.join(',')]
const study = ['--data', dataFile('lalonde.csv'), ...columns]

describe('npm run impact', () => {
  it('prints the report as one object, the same as the core gives, and the same again', () => {
    const { code, out } = run(...study, '--caliper', 'none', '--seed', '5', '--unit', 'dollars', '--json')
    expect(code).toBe(0)
    const report = impactReport.parse(JSON.parse(out))
    const [treatment, outcome] = ['treat', 're78']
    const options = { covariates: lalondeCovariates, caliper: null, seed: 5, unit: 'dollars', treatment, outcome }
    expect(report).toEqual(measureImpact(lalonde, options))
    expect(run(...study, '--caliper', 'none', '--seed', '5', '--unit', 'dollars', '--json').out).toBe(out)
  })

  it('passes every option on', () => {
    const given = [
      '--exact',
      'race, Married',
      '--replacement',
      '--ratio',
      '2',
      '--caliper',
      '0.5',
      '--distance',
      'logit',
    ]
    const chance = ['--order', 'random', '--bootstrap', '100', '--permutations', '100', '--attested', '9/12']
    const report = impactReport.parse(JSON.parse(run(...study, ...given, ...chance, '--json').out))
    expect(report.method).toMatchObject({
      exact: ['race', 'married'],
      replacement: true,
      ratio: 2,
      caliper: 0.5,
      distance: 'logit',
      order: 'random',
      bootstrap: 100,
      permutations: 100,
    })
    expect(report.attestations).toEqual({ confirmed: 9, asked: 12, share: 0.75 })
  })

  it('says in words who was compared, how alike they are, what came of it, and how far to trust it', () => {
    const { code, out } = run(...study, '--unit', 'dollars', '--attested', '9/12', '--seed', '1')
    expect(code).toBe(0)
    expect(out).toContain('117 of 185 participants matched with 117 of 429 people outside the program')
    expect(out).toMatch(/\d+ unmatched: Everybody near enough was taken by others\./)
    expect(out).toMatch(/\n {13}before matching {10}after matching\n/)
    expect(out).toMatch(/\nmarried +0\.189 +0\.513 +-0\.83 +0\.171 +0\.282 +-0\.28 +over 0\.1\n/)
    expect(out).toMatch(/\nage +25\.8 +28\.0 +-0\.31 +26\.1 +26\.4 +-0\.05\n/)
    expect(out).toContain('Effect on matched participants: 1,771 more re78 (dollars): 6,626 v. 4,855.')
    expect(out).toMatch(/95 % interval: -?[\d,.]+ to [\d,.]+ \(2000 draws of whole pairs\)\./)
    expect(out).toMatch(/Chance of a difference this large without an effect: 0\.\d{3} \(5000 permutations/)
    expect(out).toContain('Managers: 9 of 12 asked confirm progress (75 %).')
    expect(out).toContain('Result: directional only.')
    expect(out).toContain('What was not measured may still explain the difference.')
  })

  it('takes lines for ids when there are none', () => {
    const lines = Array.from({ length: 30 }, (_, row) => `${row % 2},${row * 3 + ((row * 7) % 5)},${(row * 11) % 13}`)
    const path = file('Took Part,Result,Tenure', ...lines)
    const { out } = run(
      '--data',
      path,
      '--treat',
      'Took Part',
      '--outcome',
      'Result',
      '--covariates',
      'tenure',
      '--caliper',
      'none',
      '--json',
    )
    const { pairs } = impactReport.parse(JSON.parse(out))
    expect(pairs[0]!.treated).toBe('row 3')
    expect(pairs).toHaveLength(15)
  })

  const small = (...rows: string[]) => [
    '--data',
    file('id,t,y,x', ...rows),
    '--treat',
    't',
    '--outcome',
    'y',
    '--covariates',
    'x',
  ]
  it.each<[string, () => string[], RegExp]>([
    ['no file', () => columns, /^--data: is missing\. Name the CSV file\.\nnpm run impact/],
    [
      'a file that is not there',
      () => ['--data', join(folder, 'none.csv'), ...columns],
      /none\.csv: Cannot be read \(ENOENT\)/,
    ],
    ['an empty file', () => ['--data', file(''), ...columns], /Has no rows/],
    ['a header alone', () => ['--data', file('id,treat,re78'), ...columns], /Has no rows below its header line/],
    [
      'no treatment',
      () => ['--data', dataFile('lalonde.csv'), '--outcome', 're78', '--covariates', 'age'],
      /^--treat: is missing/,
    ],
    [
      'a column that is not there',
      () => [...study, '--exact', 'site'],
      /row 1, column "site": The column is missing\. The file has: id, treat, /,
    ],
    [
      'the outcome as covariate',
      () => [...study, '--exact', 're78'],
      /^--covariates: "re78" is the treatment or the outcome/,
    ],
    ['a treatment in words', () => small('a,yes,1,2', 'b,0,1,3'), /row 2, column "t": "yes" is neither 1/],
    ['all treated', () => small('a,1,1,2', 'b,1,1,3'), /^t: Everybody took part/],
    ['a missing value', () => small('a,1,1,NA', 'b,0,1,3'), /^row 2, x: Is missing\. Fill it in/],
    ['an outcome in words', () => small('a,1,much,2', 'b,0,1,3'), /^row 2, y: Is missing or not a number/],
    ['a text among numbers', () => small('a,1,1,2', 'b,0,1,?'), /^row 3, x: "\?" is not a number/],
    ['a constant column', () => small('a,1,1,2', 'b,0,1,2', 'c,1,3,2', 'd,0,4,2'), /^x: Is 2 for everybody/],
    ['the same id twice', () => small('a,1,1,2', 'a,0,1,3'), /^row 3, id: "a" stands in an earlier row/],
    ['an unknown option', () => [...study, '--calliper', '1'], /^arguments: Unknown option '--calliper'/],
    ['a ratio that is no number', () => [...study, '--ratio', 'two'], /^--ratio: "two" is not a number/],
    ['a distance that is none', () => [...study, '--distance', 'miles'], /^distance: .*"propensity"\|"logit"/],
    [
      'managers that do not add up',
      () => [...study, '--attested', '12/9'],
      /^--attested: "12\/9" is not understood\. Write confirmed\/asked/,
    ],
  ])('refuses %s, with the remedy, in words and as an object', (_, args, message) => {
    const { code, out, error } = run(...args())
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(message)
    const asObject = JSON.parse(run(...args(), '--json').out)
    expect(asObject.message).toMatch(message)
    expect(asObject.problems).not.toEqual([])
  })
})

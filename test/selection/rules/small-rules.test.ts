import { sameSecret } from '@pilotgate/core/program/same-secret'
import { conflictOf } from '@pilotgate/core/selection/conflict-of-interest'
import { courseQuiz, quizResult, quizView } from '@pilotgate/core/selection/course-quiz'
import { documents, findDocument } from '@pilotgate/core/selection/documents'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import { practiceVerdict } from '@pilotgate/core/selection/practice-verdict'
import { merged } from '@pilotgate/core/selection/round-state'
import { stepsOf } from '@pilotgate/core/selection/selection-path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { practice } from '../candidacy/forms.ts'

describe('a conflict of interest', () => {
  const candidate = { id: 'cora', managerId: 'manny' }
  it.each([
    ['themselves', { id: 'cora' }, [], 'Is the candidate.'],
    ['their manager', { id: 'manny' }, [], "Is the candidate's manager."],
    ['their report', { id: 'rita', managerId: 'cora' }, [], 'Reports to the candidate.'],
    ['whom they named', { id: 'nils' }, ['nils'], expect.stringContaining('application')],
    ['a colleague with the same manager', { id: 'kim', managerId: 'manny' }, ['nils'], undefined],
  ])('%s', (_, person, declared, words) => {
    expect(conflictOf({ candidate, person: { managerId: undefined, ...person }, declared })).toEqual(words)
  })
})

describe('the scenario quiz', () => {
  it('has at least six scenarios, each with one of its options right, in no pattern', () => {
    expect(courseQuiz.length).toBeGreaterThanOrEqual(6)
    for (const { options, right } of courseQuiz) expect(options.map(({ option }) => option)).toContain(right)
    expect(new Set(courseQuiz.map(({ right }) => right)).size).toBeGreaterThan(2)
    expect(new Set(courseQuiz.map(({ question }) => question)).size).toBe(courseQuiz.length)
  })

  it('is shown without its answers', () => {
    for (const shown of quizView) expect(Object.keys(shown).toSorted()).toEqual(['options', 'question', 'words'])
  })

  it('is passed from 80 %', () => {
    const answered = (wrong: number) =>
      Object.fromEntries(courseQuiz.map(({ question, right }, index) => [question, index < wrong ? 'x' : right]))
    const passed = [0, 1, 2, 3].map((wrong) => quizResult(answered(wrong)).passed)
    expect(passed).toEqual([0, 1, 2, 3].map((wrong) => (courseQuiz.length - wrong) / courseQuiz.length >= 0.8))
    expect(quizResult({})).toMatchObject({ right: 0, passed: false })
  })
})

describe('supervised practice', () => {
  it.each([
    ['8 hours in four weeks', practice(8, 60, 4), []],
    ['12 hours in six weeks', practice(8, 90, 6), []],
    ['7.9 hours', practice(8, 59, 4), ['7.87 coached hours']],
    ['more than 12 hours', practice(9, 81, 4), ['12.15 coached hours']],
    ['less than four weeks', practice(8, 60, 3), ['span 22 days']],
    ['more than six weeks', practice(9, 60, 6), ['span 49 days']],
    [
      'one recording',
      { ...practice(8, 60, 4), sessions: practice(8, 60, 4).sessions.slice(1) },
      ['7 coached', '25 days', 'recorded sessions: 1'],
    ],
  ])('%s', (_, given, missing) => {
    const verdict = practiceVerdict(given)
    const words = verdict.outcome === 'hold' ? verdict.missing : []
    expect(words).toEqual(missing.map((each) => expect.stringContaining(each)))
  })
})

it('every signature in a path is put under a document that names its signer', () => {
  const signatures = Object.values(selectionPaths).flatMap((path) =>
    stepsOf(path).flatMap(({ requirements }) => requirements.filter(({ form }) => form === 'signature')),
  )
  for (const { document, asks } of signatures) expect(findDocument(document!).signedBy).toContain(asks)
  expect(new Set(signatures.map(({ document }) => document))).toEqual(new Set(Object.keys(documents)))
})

it('several verdicts are as hard as the hardest, with the longest time', () => {
  const hold = (missing: string, until?: string) => ({ outcome: 'hold' as const, missing: [missing], until })
  expect(merged([{ outcome: 'pass' }])).toEqual({ outcome: 'pass' })
  expect(merged([{ outcome: 'pass' }, hold('a', '2027-02-01'), hold('b', '2027-03-01'), hold('c')])).toEqual({
    outcome: 'hold',
    missing: ['a', 'b', 'c'],
    until: '2027-03-01',
  })
  expect(merged([hold('a'), { outcome: 'reject', reasons: ['r'] }])).toEqual({ outcome: 'reject', reasons: ['r'] })
})

it('two secrets are the same only when they are', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => sameSecret(one, other) === (one === other)))
  fc.assert(fc.property(fc.string(), (one) => sameSecret(one, one)))
})

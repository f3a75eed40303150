import { expect, it } from 'vitest'
import { facts, findFact } from '../../packages/core/src/program/facts.ts'
import { shippedTemplates } from '../../packages/core/src/program/templates/index.ts'

it('names facts in kebab-case, each under its own name with its own words', () => {
  for (const [key, fact] of Object.entries(facts)) {
    expect(fact.name).toBe(key)
    expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  }
  const words = Object.values(facts).map((fact) => fact.words)
  expect(new Set(words).size).toBe(words.length)
})

it('holds only facts that a shipped template uses', () => {
  const used = shippedTemplates.flatMap(({ gates }) =>
    gates.flatMap(({ asks, criterion }) => [...asks, ...criterion.all].map(({ fact }) => fact)),
  )
  expect(Object.keys(facts).filter((name) => !used.includes(name))).toEqual([])
})

it('lets the answers of people make up each fact: same kind, or yes and no for a share of people', () => {
  for (const { kind, answer } of Object.values(facts)) {
    expect(answer === kind || (kind === 'ratio' && answer === 'yes-no')).toBe(true)
  }
})

it('finds no fact by a name that every object has', () => {
  expect(findFact('session-attendance')?.kind).toBe('ratio')
  expect(findFact('constructor')).toBeUndefined()
})

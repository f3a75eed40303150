import { type Group, shownGroups, withheldBecause } from '@pilotgate/core/measurement/instruments/suppress'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { names } from './responses.ts'

const of = (name: string, ...people: string[][]): Group => ({ name, people: people.map((part) => new Set(part)) })
const shown = (...groups: Group[]) => [...shownGroups(groups)].toSorted()

it.each([
  [4, []],
  [5, ['all']],
])('shows a group of %i: %j', (size, expected) => {
  expect(shown(of('all', names(size)))).toEqual(expected)
})

it('withholds a group that leaves fewer than five to the total', () => {
  const ten = names(10)
  expect(shown(of('total', ten), of('most', ten.slice(0, 6)))).toEqual(['total'])
  expect(shown(of('total', ten), of('half', ten.slice(0, 5)))).toEqual(['half', 'total'])
})

it('withholds a second group when one small group alone would follow from the total', () => {
  const [a, b, c] = [names(7, 'a'), names(6, 'b'), names(3, 'c')]
  expect(shown(of('a', a), of('b', b), of('c', c))).toEqual(['a'])
})

it('judges those who answered and those it is about each for themselves', () => {
  expect(shown(of('one person', names(8, 'r'), ['paul']))).toEqual([])
  expect(shown(of('five people', names(8, 'r'), names(5)))).toEqual(['five people'])
})

it('says why', () => {
  expect(withheldBecause(1)).toBe('Withheld: it rests on 1 person, fewer than 5.')
  expect(withheldBecause(6)).toContain('what fewer than 5 people said')
})

const people = fc.uniqueArray(fc.integer({ min: 0, max: 24 }).map(String), { minLength: 1 })
const partition = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 })
  .map((groups) => [...Map.groupBy(names(groups.length), (_, at) => groups[at]!)].map(([at, own]) => of(`${at}`, own)))

it('never shows what would tell of one to four people, alone, from the total, or from one another', () => {
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 6 }), (sets) => {
      const groups = sets.map((set, at) => of(`${at}`, set))
      const kept = groups.filter(({ name }) => shownGroups(groups).has(name)).map(({ people: [part] }) => part!)
      const total = new Set(sets.flat())
      const all = [...kept, total]
      for (const one of kept) {
        expect(one.size).toBeGreaterThanOrEqual(5)
        for (const other of all.filter((each) => [...one].every((id) => each.has(id)))) {
          expect([1, 2, 3, 4]).not.toContain(other.size - one.size)
        }
      }
    }),
  )
})

it('lets nobody add up groups that share nobody and take them from the total', () => {
  fc.assert(
    fc.property(partition, (groups) => {
      const kept = groups.filter(({ name }) => shownGroups(groups).has(name)).map(({ people: [part] }) => part!.size)
      const total = groups.reduce((sum, { people: [part] }) => sum + part!.size, 0)
      for (let chosen = 0; chosen < 2 ** kept.length; chosen += 1) {
        const sum = kept.filter((_, at) => chosen & (1 << at)).reduce((a, b) => a + b, 0)
        expect([1, 2, 3, 4]).not.toContain(sum)
        if (kept.length > 0) expect([1, 2, 3, 4]).not.toContain(total - sum)
      }
    }),
  )
})

it('shows every group of a cohort that is large enough all over', () => {
  const groups = ['a', 'b', 'c'].map((letter) => of(letter, names(5, letter)))
  expect(shown(...groups)).toEqual(['a', 'b', 'c'])
})

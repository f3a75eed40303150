import { beforeEach, expect, it } from 'vitest'
import { type Drawer, draftKeyFor, dropDraft, findDraft, keepDraft } from '../../../packages/console/src/form/draft.ts'

const now = '2027-03-15T09:00:00.000Z'
const kept = new Map<string, string>()
const drawer: Drawer = {
  get length() {
    return kept.size
  },
  key: (index) => [...kept.keys()][index] ?? null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
}
beforeEach(() => kept.clear())

it('finds the draft that was kept, until it is dropped', () => {
  keepDraft(drawer, 'task', { entered: { note: 'half' }, at: now })
  expect(findDraft(drawer, 'task', now)).toEqual({ entered: { note: 'half' }, at: now })
  expect(findDraft(drawer, 'other', now)).toBeUndefined()
  dropDraft(drawer, 'task')
  expect(findDraft(drawer, 'task', now)).toBeUndefined()
})

it('drops all drafts older than 14 days, and nothing that is no draft', () => {
  kept.set('look', 'dark')
  keepDraft(drawer, 'old', { entered: 'x', at: '2027-03-01T08:59:59.999Z' })
  keepDraft(drawer, 'young', { entered: 'y', at: '2027-03-01T09:00:00.000Z' })
  expect(findDraft(drawer, 'young', now)).toBeDefined()
  expect([...kept.keys()]).toEqual(['look', 'draft:young'])
})

it('does without what cannot be read or kept', () => {
  kept.set('draft:task', '{')
  expect(findDraft(drawer, 'task', now)).toBeUndefined()
  const full: Drawer = {
    ...drawer,
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => keepDraft(full, 'task', { entered: 'x', at: now })).not.toThrow()
})

it('makes keys from which a secret cannot be read, one for each', () => {
  const secret = 'bm9yZGxpY2h0CjAxS0ZaMFEzVzVUN1I5WUIyTTRONlA4UzBE'
  expect(draftKeyFor(secret)).toBe(draftKeyFor(secret))
  expect(draftKeyFor(secret)).not.toBe(draftKeyFor(`${secret.slice(0, -1)}F`))
  expect(draftKeyFor(secret).length).toBeLessThan(24)
})

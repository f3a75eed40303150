import { fieldConfig, fields } from '@pilotgate/core/measurement/telemetry/field-config'
import { topicTags, warehouseRow } from '@pilotgate/core/measurement/telemetry/session-row'
import { describe, expect, it } from 'vitest'
import { row } from '../../contract/warehouse-contract.ts'

describe('the row of the warehouse', () => {
  const good = row({ tenantId: 'northwind', programId: 'pilot' }, 'E1.S001')

  it('takes a session with or without a rating', () => {
    expect(warehouseRow.parse(good)).toEqual(good)
    expect(warehouseRow.parse({ ...good, rating: 1 }).rating).toBe(1)
  })

  it.each([
    ['notes', { notes: 'what was said' }],
    ['a name', { participantName: 'Ana' }],
    ['a topic with an end of sentence', { topics: ['He left.'] }],
    ['a topic of two lines', { topics: ['he\nleft'] }],
    ['a topic of 41 letters', { topics: ['x'.repeat(41)] }],
    ['eleven topics', { topics: Array.from({ length: 11 }, (_, index) => `topic ${index}`) }],
    ['an unknown status', { status: 'late' }],
    ['another schema', { schemaVersion: 2 }],
    ['a week of another kind', { week: '2027-01' }],
  ])('has no room for %s', (_, more) => {
    expect(warehouseRow.safeParse({ ...good, ...more }).success).toBe(false)
  })

  it('keeps what is no tag at home', () => {
    const topics = [
      '  delegation ',
      'delegation',
      'She told me that she wants to leave the team soon',
      'Zuhören',
      'a@b.org',
      '',
    ]
    expect(topicTags(topics)).toEqual(['delegation', 'Zuhören'])
    const many = topicTags(Array.from({ length: 12 }, (_, index) => `topic ${index}`))
    expect(warehouseRow.safeParse({ ...good, topics: many }).success).toBe(true)
  })
})

describe('the field config', () => {
  it('documents every field of the row, and is the file in docs (vitest -u writes it)', async () => {
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(warehouseRow.shape))
    for (const field of fields) {
      for (const value of Object.values(field)) expect(value, field.name).toMatch(/\S/)
    }
    await expect(fieldConfig()).toMatchFileSnapshot('../../../docs/measurement-fields.csv')
  })

  it('names the columns as the warehouse does', () => {
    expect(fields.find(({ name }) => name === 'actionItems')).toMatchObject({
      column: 'action_items',
      type: 'whole number',
    })
    expect(fields.find(({ name }) => name === 'rating')!.type).toBe('whole number')
    expect(fields.find(({ name }) => name === 'topics')!.type).toBe('list of texts')
    expect(fields.find(({ name }) => name === 'cohort')!.type).toBe('text')
  })
})

import { readWeeklyHours } from '@pilotgate/core/intake/weekly-hours'
import { expect, test } from 'vitest'

test.each([
  ['Mon 09:00-12:00', { day: 1, from: '09:00', to: '12:00' }],
  ['sunday 9:30 – 24:00', { day: 7, from: '09:30', to: '24:00' }],
  ['Thu. 14:00-16:00', { day: 4, from: '14:00', to: '16:00' }],
  ['Mon 12:00-09:00', undefined],
  ['Mon 09:00-25:00', undefined],
  ['Mon 9-12', undefined],
  ['09:00-12:00', undefined],
  ['', undefined],
])('%s in a file is %j', (text, hours) => expect(readWeeklyHours(text)).toEqual(hours))

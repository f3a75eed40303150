import { type Availability, availability } from './intake-form.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const pattern = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/i

/** `Mon 09:00-12:00` in a file: one stretch of a week; nothing when it is written otherwise. */
export const readWeeklyHours = (text: string): Availability | undefined => {
  const [, day = '', from = '', to = ''] = pattern.exec(text) ?? []
  const [start, end] = [from, to].map((clock) => clock.padStart(5, '0'))
  return availability.safeParse({ day: days.indexOf(day.toLowerCase()) + 1, from: start, to: end }).data
}

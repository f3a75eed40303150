import type { NewProgram } from './create-draft.ts'
import { dayIn } from './create-first-day.ts'

/** What is still wrong with the basics of a new program, by field. */
export const basicsProblems = ({ name, startDate, zone }: NewProgram, now: string) => {
  const known = zone !== '' && isZone(zone)
  const today = known ? dayIn(now, zone) : ''
  return {
    ...(name.trim().length < 3 && { name: 'Give the program a name of 3 characters or more.' }),
    ...(name.trim().length > 120 && { name: 'Give the program a name of 120 characters or fewer.' }),
    ...(!known && { zone: 'Choose the time zone the program runs in.' }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(startDate)
      ? { startDate: 'Choose the first day.' }
      : known &&
        startDate < today && { startDate: `This day is past (today is ${today} in ${zone}). Choose today or later.` }),
  } as { name?: string; startDate?: string; zone?: string }
}

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

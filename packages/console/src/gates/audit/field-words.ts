import { inWords } from '../../form/words.ts'

const words: Record<string, string> = {
  url: 'address',
  description: 'what it is for',
  programIds: 'programs',
  zone: 'time zone',
  status: 'on or off',
  offers: 'which new hires are put into programs',
}

/** A field of settings as the forms call it; one without words of its own by its name: `minimumCohort` → `minimum cohort`. */
export const fieldInWords = (field: string): string => words[field] ?? inWords(field).toLowerCase()

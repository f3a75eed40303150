import type { InstrumentName } from '../../program/collected.ts'

/** What a person is asked to do, by instrument; `name` is whom it is about, absent for oneself and for the program. */
export const instrumentTitle = (instrument: InstrumentName, name?: string): string => titles[instrument](name)

const titles: Record<InstrumentName, (name?: string) => string> = {
  'baseline-360': (name) => `Rate ${name ?? 'yourself'}: 360 at the start`,
  'follow-up-360': (name) => `Rate ${name ?? 'yourself'}: 360, follow-up`,
  pulse: () => 'Answer the pulse: your 1:1s and what you want to change',
  rating: () => 'Say how useful the program is to you',
  'manager-attestation': (name) => `Say whether you see progress in ${name}`,
  'sponsor-rating': () => 'Rate the program as its sponsor',
}

/** Who gets to read what is answered; stands with each task. */
export const readersInWords = (instrument: InstrumentName, self: boolean): string => {
  if (instrument === 'baseline-360' || instrument === 'follow-up-360') {
    return self
      ? 'Your own ratings are shown to you alone.'
      : 'Single ratings are shown to nobody; they see the mean of the others once five of you have answered.'
  }
  return 'Single answers are shown to nobody; those who run the program see figures of five people and more.'
}

/** What people are asked to answer with, above the questions. */
export const scaleInWords = ({ low, high }: { low: string; high: string }): string => `From 1 (${low}) to 5 (${high})`

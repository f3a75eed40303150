import type { InstrumentName } from '../../../program/collected.ts'
import type { Behaviour } from './behaviour-items.ts'

/** A question of the bank. `id` is unique in its version and keeps its meaning in all later ones. */
export type Question = {
  id: string
  instruments: readonly InstrumentName[]
  /** `rating` 1–5, or yes or no. */
  scale: 'rating' | 'yes-no'
  /** The behaviour it is about; it is then asked only where that is a target behaviour. */
  behaviour?: Behaviour
  /** As the person it is about reads it, and as others do. */
  self: string
  others: string
}

/** What 1 and 5 stand for, by instrument. */
export type Scale = { low: string; high: string }

/** One version of all questions. */
export type QuestionBank = {
  version: number
  scales: Readonly<Record<InstrumentName, Scale>>
  questions: readonly Question[]
}

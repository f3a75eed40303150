import type { settingsView } from '@pilotgate/contracts/matching/views'
import type { z } from 'zod'

export type Settings = z.output<typeof settingsView>
export type Profile = { name: string; signals: string[] }

/** The profiles of weights and the signals they weigh, in the order of the API. */
export const profilesOf = ({ profiles }: Settings): Profile[] =>
  Object.entries(profiles).map(([name, weights]) => ({ name, signals: Object.keys(weights) }))

/** The saved settings as fields of a form: weights as `default.skills`. */
export const savedOf = ({ profiles, objective, rankedChoice }: Settings): Record<string, string> => ({
  objective,
  rankedChoice: rankedChoice ? 'yes' : 'no',
  ...Object.fromEntries(
    Object.entries(profiles).flatMap(([name, weights]) =>
      Object.entries(weights).map(([signal, weight]) => [`${name}.${signal}`, String(weight)]),
    ),
  ),
})

/** What the weights of a profile add up to; `undefined` when one of them is no number from 0. */
export const sumOf = (values: Record<string, string>, { name, signals }: Profile): number | undefined => {
  const weights = signals.map((signal) => values[`${name}.${signal}`]?.trim() ?? '')
  const sum = weights.reduce(
    (total, weight) => total + (weight === '' || Number(weight) < 0 ? Number.NaN : Number(weight)),
    0,
  )
  return Number.isFinite(sum) ? Number(sum.toFixed(6)) : undefined
}

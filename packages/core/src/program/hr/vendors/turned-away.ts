import type { Delivery, Verdict } from './vendor.ts'

type TurnedAway = Extract<Verdict, { kind: 'turned away' }>

const turnedAway = (why: string): TurnedAway => ({ kind: 'turned away', why })

export const noSuchHeader = (name: string): TurnedAway =>
  turnedAway(`The header "${name}" is missing: whoever sent it does not sign as this HR system does.`)

export const wrongSignature = (secrets: string[]): TurnedAway =>
  turnedAway(
    secrets.length === 0
      ? 'No secret is kept here yet. Enter the one that the HR system signs with.'
      : 'The signature is of none of the secrets that are kept here. Enter the one that the HR system signs with.',
  )

/** The instant of a header in seconds since 1970, when it is at most `skewSeconds` away from now. */
export const sentWithin = (seconds: string, skewSeconds: number, { now }: Delivery): string | TurnedAway => {
  if (!/^\d{1,12}$/.test(seconds)) return turnedAway('The time of the delivery is not in seconds since 1970.')
  const skew = Math.abs(Date.parse(now) - Number(seconds) * 1000)
  if (skew <= skewSeconds * 1000) return new Date(Number(seconds) * 1000).toISOString()
  return turnedAway(
    `The time of the delivery is more than ${skewSeconds / 60} minutes away from now: it was sent too late, or one of the clocks is wrong.`,
  )
}

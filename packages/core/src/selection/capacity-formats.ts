import { DomainError } from '../errors.ts'
import type { Service } from '../intake/intake-record.ts'
import { type Cadence, type FormatName, formatBasis, formatNames, sessionsPerMonth, tradeOffs } from './format-basis.ts'
import { percent } from './pool-forecast.ts'

export type WhatIf = {
  service: Service
  providers: number
  /** Hours that each provider gives in a month. */
  hoursPerMonth: number
  /** Participants to be served. */
  demand: number
  cadence?: Cadence
  groupSize?: number
  slotMinutes?: number
  /** How the hours are divided, each 0 to 1, together 1. */
  shares: Record<FormatName, number>
}

/** The smallest thing that can be offered of a format: hours in a month, and how many participants it serves. */
type Unit = { hours: number; people: number }

/** Hours in a month for one participant 1:1, preparation included. */
export const oneToOneHours = (service: Service, cadence: Cadence = formatBasis.oneToOne.cadence[service]): number =>
  (sessionsPerMonth[cadence] * formatBasis.oneToOne.minutes * (1 + formatBasis.oneToOne.preparation)) / 60

const unitsOf = ({
  service,
  cadence = formatBasis.oneToOne.cadence[service],
  ...asked
}: WhatIf): Record<FormatName, Unit> => {
  const { smallGroup, officeHours } = formatBasis
  const { groupSize = smallGroup.people, slotMinutes = officeHours.slotMinutes } = asked
  const slots = sessionsPerMonth.weekly * Math.floor(officeHours.minutes / slotMinutes)
  return {
    'one to one': { hours: oneToOneHours(service, cadence), people: 1 },
    'small group': {
      hours: (sessionsPerMonth[cadence] * smallGroup.minutes * (1 + smallGroup.preparation)) / 60,
      people: groupSize,
    },
    'office hours': {
      hours: (sessionsPerMonth.weekly * officeHours.minutes) / 60,
      people: whole(slots / officeHours.visitsPerMonth),
    },
  }
}

/** Whole units only; 4 × 2.7083 hours are four of them although floating point says 3.9999. */
const whole = (value: number): number => Math.floor(value + 1e-9)

/**
 * How many participants a month the hours of the pool serve 1:1, in small groups, in office hours and in a mix of them, and how many
 * providers the demand would take (C). Only whole groups and whole weekly hours count; providers may divide the formats among
 * themselves. `providersNeeded` is absent when no number would do, because they have no time.
 */
export const compareFormats = (asked: WhatIf) => {
  const { providers, hoursPerMonth, demand } = asked
  const units = unitsOf(asked)
  const served = (shares: Record<FormatName, number>, people: number): number =>
    formatNames.reduce((sum, name) => sum + participantsOf(units[name], people * hoursPerMonth * shares[name]), 0)
  const ways = formatNames.map((format) => {
    const shares = only(format)
    const participants = served(shares, providers)
    return {
      format,
      hoursPerParticipant: hundredths(units[format].hours / units[format].people),
      participants,
      ...needed(units, shares, hoursPerMonth, demand, served),
      tradeOff: tradeOffs[format],
    }
  })
  const participants = served(asked.shares, providers)
  const mix = {
    parts: formatNames.map((format) => {
      const hours = providers * hoursPerMonth * asked.shares[format]
      return {
        format,
        share: asked.shares[format],
        hours: hundredths(hours),
        participants: participantsOf(units[format], hours),
      }
    }),
    participants,
    served: Math.min(participants, demand),
    waiting: Math.max(0, demand - participants),
    ...needed(units, asked.shares, hoursPerMonth, demand, served),
  }
  const groupShare = leastGroupShare((shares) => served(shares, providers), demand)
  return {
    hours: hundredths(providers * hoursPerMonth),
    formats: ways,
    mix,
    ...(groupShare !== undefined && { leastGroupShare: groupShare }),
    advice: adviceOn(asked, groupShare, ways[0]!.providersNeeded),
  }
}
export type FormatComparison = ReturnType<typeof compareFormats>

const participantsOf = ({ hours, people }: Unit, available: number): number => whole(available / hours) * people

const only = (format: FormatName): Record<FormatName, number> => ({
  'one to one': 0,
  'small group': 0,
  'office hours': 0,
  [format]: 1,
})

const hundredths = (value: number): number => Number(value.toFixed(2))

/** The fewest providers with whom everyone is served. Enough of them for any one format alone are enough in any case. */
const needed = (
  units: Record<FormatName, Unit>,
  shares: Record<FormatName, number>,
  hoursPerMonth: number,
  demand: number,
  served: (shares: Record<FormatName, number>, people: number) => number,
): { providersNeeded?: number } => {
  const alone = formatNames.flatMap((name) => {
    const hours = hoursPerMonth * shares[name]
    return hours > 0 ? [Math.ceil((Math.ceil(demand / units[name].people) * units[name].hours) / hours)] : []
  })
  if (alone.length === 0) return demand === 0 ? { providersNeeded: 0 } : {}
  let [few, enough] = [0, Math.min(...alone)]
  while (few < enough) {
    const middle = Math.floor((few + enough) / 2)
    if (served(shares, middle) >= demand) enough = middle
    else few = middle + 1
  }
  return { providersNeeded: enough }
}

/** The smallest share of the hours, in whole percents, that has to go to small groups so that everyone is served without more providers. */
const leastGroupShare = (
  served: (shares: Record<FormatName, number>) => number,
  demand: number,
): number | undefined => {
  for (let parts = 0; parts <= 100; parts += 1) {
    const shares = { 'one to one': (100 - parts) / 100, 'small group': parts / 100, 'office hours': 0 }
    if (served(shares) >= demand) return parts / 100
  }
  return undefined
}

/** Group formats come before more participants 1:1, and before that the promise of depth is kept where it fits. */
const adviceOn = (
  { demand, providers }: WhatIf,
  groupShare: number | undefined,
  oneToOne: number | undefined,
): string => {
  if (demand === 0) return 'Nobody asks, so there is nothing to divide.'
  if (groupShare === 0) return '1:1 is enough for everyone. It goes deepest; keep it.'
  const more =
    oneToOne === undefined ? '' : ` All of it 1:1 would take ${oneToOne} providers, ${oneToOne - providers} more.`
  if (groupShare !== undefined) {
    return `Move ${percent(groupShare)} of the hours to small groups before anyone takes more participants 1:1, and keep 1:1 for critical milestones.${more}`
  }
  return `Small groups alone are not enough. Add office hours for short questions, and more providers.${more}`
}

/**
 * The shares of the hours; what is not named is the rest, 1:1.
 * @throws DomainError `InvalidInput` naming the fields, when they are not 1 together
 */
export const sharesOf = (asked: {
  oneToOneShare?: number
  groupShare?: number
  officeHoursShare?: number
}): Record<FormatName, number> => {
  const { groupShare = 0, officeHoursShare = 0 } = asked
  const rest = Math.max(0, Number((1 - groupShare - officeHoursShare).toFixed(9)))
  const oneToOne = asked.oneToOneShare ?? rest
  const sum = Number((oneToOne + groupShare + officeHoursShare).toFixed(6))
  if (sum === 1) return { 'one to one': oneToOne, 'small group': groupShare, 'office hours': officeHoursShare }
  const named = (['oneToOneShare', 'groupShare', 'officeHoursShare'] as const).filter(
    (field) => asked[field] !== undefined,
  )
  const problem = `The shares of the hours are ${sum} together and must be 1, such as 0.6 and 0.4.`
  throw new DomainError('InvalidInput', 'The hours cannot be divided like this.', {
    problems: named.map((field) => ({ field, problem })),
  })
}

import type { Service } from '../intake/intake-record.ts'

export const formatNames = ['one to one', 'small group', 'office hours'] as const
export type FormatName = (typeof formatNames)[number]

/** Sessions in a month by how often people meet: a year has 52 weeks and 12 months. */
export const sessionsPerMonth = { weekly: 52 / 12, 'every two weeks': 26 / 12, monthly: 1 } as const
export type Cadence = keyof typeof sessionsPerMonth
export const cadences = Object.keys(sessionsPerMonth) as [Cadence, ...Cadence[]]

/**
 * What the formats are reckoned by, each with its source. Times are minutes; `preparation` comes on top, as a share of the session.
 * Where the domain says nothing, the source says that it is an assumption.
 */
export const formatBasis = {
  oneToOne: {
    minutes: 60,
    preparation: 0.25,
    cadence: { coach: 'every two weeks', mentor: 'monthly' } satisfies Record<Service, Cadence>,
    source:
      '60 minutes, with a coach weekly or every two weeks (here: every two weeks), with a mentor monthly (domain §2). A quarter on top for preparation and notes is an assumption.',
  },
  smallGroup: {
    people: 5,
    minutes: 90,
    preparation: 0.25,
    source:
      '90 minutes, as in peer circles (domain §7.3). Five people, as often as 1:1, and a quarter on top for preparation are assumptions.',
  },
  officeHours: {
    minutes: 60,
    slotMinutes: 20,
    visitsPerMonth: 1,
    source:
      'One open hour a week in slots of 15 to 20 minutes, without preparation, and one visit a month for each participant: assumptions.',
  },
  withoutPool: {
    hoursPerMonth: { coach: 0.1 * 40 * sessionsPerMonth.weekly, mentor: 3 * 1.25 } satisfies Record<Service, number>,
    source:
      'As long as nobody is in the pool: of a coach 10 % of a 40-hour week (S-I), of a mentor three mentees 1:1, one hour a month and its preparation (C).',
  },
} as const

/** What each format gives and costs, from "Plan scale by capacity, not wishlists" of the mentor coaching guide. */
export const tradeOffs: Record<FormatName, string> = {
  'one to one':
    'Deepest, and the only format for a personal situation and for sponsorship; dear, and more of it tires providers fast.',
  'small group':
    'Reaches several people an hour, who also learn from each other; less depth on any one situation, and less confidential.',
  'office hours':
    'Reaches most people, for short questions on a live decision; no lasting relationship, and no one follows up.',
}

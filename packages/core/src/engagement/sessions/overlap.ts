/** A meeting on the clock: from `startsAt` (ISO instant) for `minutes`. */
export type Meeting = { startsAt: string; minutes: number }

const begin = ({ startsAt }: Meeting): number => Date.parse(startsAt)
const end = (meeting: Meeting): number => begin(meeting) + meeting.minutes * 60_000

/** Whether two meetings have a moment in common. One that begins when the other ends does not overlap it. */
export const overlap = (one: Meeting, other: Meeting): boolean => begin(one) < end(other) && begin(other) < end(one)

/** When a meeting is over, as an ISO instant. */
export const endsAt = (meeting: Meeting): string => new Date(end(meeting)).toISOString()

/** The first of some meetings that a meeting overlaps, in the order of time. */
export const firstOverlap = <M extends Meeting>(meeting: Meeting, others: readonly M[]): M | undefined =>
  others.filter((other) => overlap(meeting, other)).toSorted((one, other) => begin(one) - begin(other))[0]

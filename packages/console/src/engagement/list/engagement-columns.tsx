import { LinkTo } from '../../frame/link-to.tsx'
import type { Column } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { dayOf, moment } from '../../when/when.ts'
import { reviewDueOn } from '../review-due.ts'
import { EngagementStatus, PaceSign, paceOf, paces, ReviewDue, standingOf } from '../signs.tsx'
import { useToday } from '../use-today.ts'
import { type Engagement, nextSession, serviceInWords } from '../words.ts'
import { OpenActionItems } from './open-action-items.tsx'
import { useSponsorCounts } from './use-sponsor-counts.ts'

/** What a list of engagements shows: to the pair whom they meet and what is open, to managers no dates. */
export const useEngagementColumns = (all: Engagement[], isOwn: boolean): Column<Engagement>[] => {
  const hasMentors = all.some(({ service }) => service === 'mentor')
  const seesDates = all.length === 0 || all.some(({ cadence }) => cadence)
  const { programId, part, zone } = useProgram()
  const now = useNow()
  const today = useToday()
  const sponsorCounts = useSponsorCounts()
  const linked = (name: (row: Engagement) => string) => ({
    value: name,
    cell: (row: Engagement) => (
      <LinkTo href={`/programs/${programId}/engagements/${row.engagementId}`}>{name(row)}</LinkTo>
    ),
    rowHeader: true,
    minWidth: 130,
  })
  const otherOne = {
    id: 'participant',
    header: 'With',
    ...linked((row) => (row.participantId === part.personId ? row.providerName : row.participantName)),
  }
  const participant = { id: 'participant', header: 'Participant', ...linked((row) => row.participantName) }
  const provider = {
    id: 'provider',
    header: 'Coach or mentor',
    value: ({ providerName }: Engagement) => providerName,
    minWidth: 130,
  }
  const dates: Column<Engagement>[] = [
    {
      id: 'pace',
      header: 'Pace',
      value: (engagement) => {
        const pace = paceOf(engagement)
        return pace && paces[pace][1]
      },
      cell: (engagement) => <PaceSign engagement={engagement} />,
      minWidth: 120,
    },
    {
      id: 'next',
      header: 'Next session',
      value: (engagement) => nextSession(engagement, now)?.startsAt,
      cell: (engagement) => {
        const next = nextSession(engagement, now)
        return next ? moment(next.startsAt, zone) : 'None planned'
      },
      minWidth: 170,
    },
    {
      id: 'last',
      header: 'Last session',
      value: ({ lastHeldAt }) => lastHeldAt,
      cell: ({ lastHeldAt }) => (lastHeldAt ? dayOf(lastHeldAt, zone) : '–'),
      minWidth: 125,
    },
    {
      id: 'review',
      header: 'Review due',
      value: (engagement) => reviewDueOn(engagement, zone),
      cell: (engagement) => <ReviewDue due={reviewDueOn(engagement, zone)} today={today} />,
      minWidth: 150,
    },
  ]
  return [
    ...(isOwn ? [otherOne] : [participant, provider]),
    { id: 'service', header: 'Service', value: serviceInWords, minWidth: 90 },
    {
      id: 'status',
      header: 'Status',
      value: (engagement) => standingOf(engagement)[1],
      cell: (engagement) => <EngagementStatus engagement={engagement} />,
      minWidth: 120,
    },
    ...(seesDates ? dates : []),
    ...(hasMentors
      ? [
          {
            id: 'sponsor',
            header: 'Sponsor actions',
            value: ({ service, engagementId }: Engagement) =>
              service === 'mentor' ? sponsorCounts(engagementId).all : undefined,
            cell: ({ service, engagementId }: Engagement) => {
              if (service !== 'mentor') return '–'
              const { all, done } = sponsorCounts(engagementId)
              return all === 0 ? 'None yet' : `${all}, ${done} done`
            },
            minWidth: 130,
          },
        ]
      : []),
    ...(isOwn
      ? [
          {
            id: 'actions',
            header: 'Open action items',
            value: () => undefined,
            cell: (engagement: Engagement) => <OpenActionItems engagementId={engagement.engagementId} />,
            minWidth: 120,
          },
        ]
      : []),
  ]
}

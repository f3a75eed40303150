import type { RowOf } from '../../api/queries.ts'

type Row = RowOf<'listKpiRows'>

export const kindInWords: Record<Row['kind'], string> = {
  engagement: 'Engagement',
  session: 'Session',
  action: 'Action item',
  'sponsor-action': 'Sponsor action',
  blocker: 'Blocker',
  response: 'Answer',
  reading: 'Reading',
}

/** The participant a row is about: ids of engagements and of what belongs to them begin with the person's. */
export const whoOf = ({ engagementId }: Row): string | undefined => engagementId?.split('.')[0]

/** The last places of a row's id, which say what it is within its engagement: `Session 2, action item 1`. */
export const rowInWords = ({ kind, rowId, engagementId }: Row): string => {
  if (kind === 'response') return `Answer at ${rowId.split('.')[0]}`
  if (kind === 'reading' || !engagementId || !rowId.startsWith(engagementId)) return kindInWords[kind]
  const places = rowId
    .slice(engagementId.length + 1)
    .split('.')
    .filter(Boolean)
  const words = places.map((place) => `${names[place.charAt(0)] ?? ''} ${Number(place.slice(1))}`.trim())
  const service = /\.(coach|mentor)/.exec(engagementId)?.[1]
  const whole = service === 'mentor' ? 'Mentoring' : 'Coaching'
  return [whole, ...words].join(', ')
}

const names: Record<string, string> = { S: 'session', A: 'action item', P: 'sponsor action', B: 'blocker' }

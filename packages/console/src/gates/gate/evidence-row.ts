import type { Answer } from '../../api/client.ts'

type Row = Answer<'getFact'>['evidence'][number]

const kinds: Record<string, string> = {
  session: 'Session',
  actionItem: 'Action item',
  engagement: 'Engagement',
  match: 'Match',
  member: 'Person',
  task: 'Task',
  blocker: 'Blocker',
  response: 'Answer to an instrument',
  reading: 'KPI reading',
  kpiSettings: 'KPI',
  impact: 'Impact measurement',
  deliverable: 'Deliverable',
  telemetryCheck: 'Telemetry check',
  candidacy: 'Candidacy',
}

/** An id of a pair, and of what belongs to it, is the participant's, the matching round, the service, then the places inside. */
const ofPair = /^(?<pair>(?<person>[0-9A-Z]{26})\.R\d+\.(?<service>coach|mentor))(?<places>(\.[A-Z]\d+)*)$/
const places: Record<string, string> = { S: 'session', A: 'action item', P: 'sponsor action' }

const placesOf = ({ id }: Row) => ofPair.exec(id)?.groups

/** What a row is: `Coaching, session 4`, `KPI K01`. */
export const rowInWords = (row: Row): string => {
  const pair = placesOf(row)
  const kind = kinds[row.row] ?? row.row
  if (!pair) return row.row === 'kpiSettings' ? `${kind} ${row.id}` : kind
  const service = pair.service === 'mentor' ? 'Mentoring' : 'Coaching'
  const inside = (pair.places ?? '').split('.').filter(Boolean)
  const words = inside.map((place) => `${places[place.charAt(0)] ?? ''} ${Number(place.slice(1))}`.trim())
  return [words.length > 0 ? service : `${kind}, ${service.toLowerCase()}`, ...words].join(', ')
}

/** The participant a row is about, where its id says so. */
export const personOfRow = (row: Row): string | undefined => (row.row === 'member' ? row.id : placesOf(row)?.person)

/** The page of a row below the program, where there is one. */
export const pathOfRow = (row: Row): string | undefined => {
  const { row: kind, id } = row
  const pair = placesOf(row)?.pair
  if (['session', 'actionItem', 'engagement'].includes(kind)) return pair && `/engagements/${pair}`
  const path: Record<string, string> = {
    match: `/matching/${encodeURIComponent(id)}`,
    task: `/tasks/${encodeURIComponent(id)}`,
    kpiSettings: `/kpis/${id}`,
    impact: `/impact/${encodeURIComponent(id)}`,
    reading: '/kpis',
    deliverable: `/deliverables/${encodeURIComponent(id)}`,
    candidacy: `/candidacies/${encodeURIComponent(id)}`,
    member: `/people/${encodeURIComponent(id)}`,
  }
  return path[kind]
}

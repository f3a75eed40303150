/** What an event is about, by the first part of its type. */
const groups: Record<string, string[]> = {
  Program: ['program', 'week', 'early-signal'],
  People: ['member', 'person', 'employee', 'hire'],
  'HR systems': ['connection'],
  Webhooks: ['webhook'],
  'Gates and decisions': ['gate', 'fact', 'pack'],
  Tasks: ['task'],
  'Intake and consent': ['intake', 'consent'],
  'Selection and supervision': [
    'candidacy',
    'selection',
    'commitment',
    'credential',
    'practicum',
    'supervision',
    'calibration',
    'pool',
    'provider',
  ],
  Matching: ['matching', 'match'],
  Engagements: [
    'engagement',
    'session',
    'action',
    'sponsor-action',
    'blocker',
    'milestone',
    'escalation',
    'notes',
    'closing',
    'handoff',
    'invitation',
  ],
  Measurement: ['response', 'reading', 'raters', 'kpi', 'deliverable', 'impact', 'roi'],
}

/** Connections and webhooks belong to the organisation, whatever programs there are. */
const above = ['HR systems', 'Webhooks']

export const organisationGroups = ['People', ...above]
export const programGroups = Object.keys(groups).filter((group) => !above.includes(group))

/** The group of a type of event; `Other` for types that are newer than this page. */
export const groupOf = (type: string): string => {
  const first = type.split('.')[0] ?? ''
  return Object.entries(groups).find(([, firsts]) => firsts.includes(first))?.[0] ?? 'Other'
}

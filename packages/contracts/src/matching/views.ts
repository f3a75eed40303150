import {
  type MatchingRunRecord,
  type MatchingSettingsRecord,
  type MatchRecord,
  matchingRunRecord,
  matchRecord,
  matchScore,
  overrideReasons,
} from '@pilotgate/core/matching/match-record'
import { type CaseloadRecord, type ProviderRecord, providerRecord } from '@pilotgate/core/matching/provider'
import { choicesOf } from '@pilotgate/core/matching/review/choose-alternative'
import { profileNames, profiles, signals, weights } from '@pilotgate/core/matching/weights'
import type { Person } from '@pilotgate/core/program/person'
import { z } from 'zod'

const nameOf = (people: Map<string, Person>, id: string): string => people.get(id)?.name ?? '(removed)'

const { tenantId: _t, scope: _s, id: _i, version: _v, ...profileFields } = providerRecord.shape

/** A coach or mentor as matching knows them. */
export const providerView = z.object({
  personId: z.string(),
  name: z.string(),
  version: z.number().int(),
  ...profileFields,
  places: z.number().int().meta({ description: 'Participants that this provider takes at a time' }),
  taken: z.number().int().meta({ description: 'Places that approved and published matches hold' }),
})
export const toProviderView = (
  record: ProviderRecord,
  people: Map<string, Person>,
  { places, taken }: Pick<CaseloadRecord, 'places' | 'taken'> = { places: 0, taken: 0 },
): z.input<typeof providerView> => ({
  ...record,
  personId: record.id,
  name: nameOf(people, record.id),
  places,
  taken,
})

const { tenantId: _mt, scope: _ms, id: _mi, version: _mv, ...matchFields } = matchRecord.shape

/** A match as reviewers see it, with everything the proposal rests on. */
export const matchView = z.object({
  matchId: z.string(),
  version: z.number().int(),
  participantName: z.string(),
  providerName: z.string(),
  ...matchFields,
  names: z
    .record(z.string(), z.string())
    .meta({ description: 'Names of the alternatives and of those who approved, overrode or ended it, by person id' }),
})
export const toMatchView = (record: MatchRecord, people: Map<string, Person>): z.input<typeof matchView> => ({
  ...record,
  matchId: record.id,
  participantName: nameOf(people, record.participantId),
  providerName: nameOf(people, record.providerId),
  names: Object.fromEntries(namedIn(record).flatMap((id) => (people.has(id) ? [[id, nameOf(people, id)]] : []))),
})

/** Everyone else whom a match names by id. */
export const namedIn = ({ alternatives, approvedBy, endedBy, override }: MatchRecord): string[] =>
  [...alternatives.map(({ providerId }) => providerId), approvedBy, endedBy, override?.by, override?.instead].filter(
    (id) => id !== undefined,
  )

export const matchWithHistory = matchView.extend({ history: z.array(matchView) })

/** How another provider would suit the participant of a match; `result` is absent where a hard rule forbids the pair. */
export const weighedProvider = z.object({
  result: matchScore.optional(),
  toCheck: z.array(z.string()).meta({ description: 'What of the hard rules a person has to check' }),
  forbidden: z.string().optional().meta({ description: 'The hard rules that forbid the pair, in words' }),
  free: z.number().int().meta({ description: 'Free places of the provider' }),
})

/** What a participant said of a match; only they and those who read matches see it. */
const saidOfMatch = z.object({
  what: z.enum(['chemistry', 'reassessment']),
  fine: z.boolean(),
  note: z.string(),
  at: matchFields.scoredAt.unwrap(),
})
const saidOf = ({ chemistry, reassessment }: MatchRecord): z.input<typeof saidOfMatch>[] => [
  ...(chemistry ? [{ what: 'chemistry' as const, fine: chemistry.fits, note: chemistry.note, at: chemistry.at }] : []),
  ...(reassessment
    ? [{ what: 'reassessment' as const, fine: reassessment.keep, note: reassessment.note, at: reassessment.at }]
    : []),
]

/** A match as its two people see it: who, where it stands, and what speaks for whom the participant may choose. No scores, no flags. */
export const ownMatchView = z.object({
  matchId: z.string(),
  participantId: z.string(),
  participantName: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  service: matchFields.service,
  status: matchFields.status,
  publishedAt: matchFields.publishedAt,
  /** When the participant chose this provider themselves. */
  chosenAt: matchFields.chosenAt,
  /** Whom the participant may choose, where the program lets them and nobody has approved the proposal yet. */
  choices: z.array(z.object({ providerId: z.string(), name: z.string(), reasons: z.array(z.string()) })),
  /** The participant's own answers of the first week and after 30 days; empty for the provider. */
  said: z.array(saidOfMatch),
})
export const toOwnMatchView = (
  record: MatchRecord,
  people: Map<string, Person>,
  personId: string,
  reasonsFor: (providerId: string) => string[] = () => [],
): z.input<typeof ownMatchView> => ({
  ...record,
  matchId: record.id,
  participantName: nameOf(people, record.participantId),
  providerName: nameOf(people, record.providerId),
  choices:
    record.status === 'proposed' && record.participantId === personId
      ? choicesOf(record).map((providerId) => ({
          providerId,
          name: nameOf(people, providerId),
          reasons: reasonsFor(providerId),
        }))
      : [],
  said: record.participantId === personId ? saidOf(record) : [],
})

const run = matchingRunRecord.shape
/** A solve of the cohort. Tokens and the execution stay on the server. */
export const runView = z.object({
  runId: z.string(),
  objective: run.objective,
  at: run.at,
  by: run.by,
  proposed: run.proposed,
  total: run.total,
  optimal: run.optimal,
  unmatched: run.unmatched,
  notKept: run.notKept,
  stage: run.stage,
  reminders: run.reminders,
  publishedAt: run.publishedAt,
})
export const toRunView = (record: MatchingRunRecord): z.input<typeof runView> => ({ ...record, runId: record.id })

export const waitingView = z.object({
  participantId: z.string(),
  participantName: z.string(),
  service: run.unmatched.element.shape.service,
  why: z.string(),
})

const profile = z.object(weights.shape)
export const settingsView = z.object({
  version: z.number().int(),
  profiles: z.object({ default: profile, promotion: profile, behaviour: profile }),
  objective: run.objective,
  rankedChoice: z.boolean(),
})
export const toSettingsView = (record: MatchingSettingsRecord): z.input<typeof settingsView> => ({
  ...record,
  profiles: { ...profiles, ...record.profiles } as z.input<typeof settingsView>['profiles'],
})

export const overrideReportView = z.object({
  overrides: z.number().int(),
  proposed: z.number().int(),
  reasons: z.array(z.object({ reason: z.enum(overrideReasons), count: z.number().int() })),
  rows: z.array(
    z.object({
      matchId: z.string(),
      participantId: z.string(),
      providerId: z.string(),
      ...matchFields.override.unwrap().shape,
    }),
  ),
  suggestions: z.array(
    z.object({
      profile: z.enum(profileNames),
      weights: profile,
      changes: z.array(z.object({ signal: z.enum(signals), from: z.number(), to: z.number(), why: z.string() })),
      words: z.string(),
    }),
  ),
})

export const fairnessView = z.object({
  groups: z.array(
    z.object({
      group: z.string(),
      people: z.number().int(),
      matchRate: z.number().optional(),
      meanScore: z.number().optional(),
    }),
  ),
  notes: z.array(z.string()),
  featured: z.array(
    z.object({ providerId: z.string(), proposed: z.number().int(), firstAlternative: z.number().int() }),
  ),
})

export const forecastView = z.object({
  lines: z.array(
    z.object({
      service: run.unmatched.element.shape.service.unwrap(),
      people: z.number().int(),
      target: z.object({ least: z.number(), most: z.number() }),
      demand: z.number().int(),
      freePlaces: z.number().int(),
      waiting: z.number().int(),
      status: z.enum(['enough', 'too few', 'more than needed']),
      words: z.string(),
    }),
  ),
  /** Participants who cannot be matched yet: no intake, decision or consent. */
  notReady: z.number().int(),
})

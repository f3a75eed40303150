import { toFormatComparisonView } from '@pilotgate/contracts/matching/capacity-views'
import {
  namedIn,
  toMatchView,
  toOwnMatchView,
  toProviderView,
  toRunView,
  toSettingsView,
} from '@pilotgate/contracts/matching/views'
import { compareFormatsIn } from '@pilotgate/core/matching/compare-formats'
import type { MatchRecord } from '@pilotgate/core/matching/match-record'
import type { ProviderRecord } from '@pilotgate/core/matching/provider'
import { readCapacityPlan } from '@pilotgate/core/matching/read-capacity-plan'
import { approveMatch, approveMatches } from '@pilotgate/core/matching/review/approve-match'
import { loadCaseloads } from '@pilotgate/core/matching/review/caseload'
import { changeProviderStatus } from '@pilotgate/core/matching/review/change-provider-status'
import { checkMatch } from '@pilotgate/core/matching/review/check-match'
import { chooseAlternative } from '@pilotgate/core/matching/review/choose-alternative'
import { editMatchingSettings } from '@pilotgate/core/matching/review/edit-settings'
import { importProviders } from '@pilotgate/core/matching/review/import-providers'
import { loadSettings } from '@pilotgate/core/matching/review/load-matching'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { listMatches, ownMatches, readMatch, waitList } from '@pilotgate/core/matching/review/read-matches'
import { reassignMatch } from '@pilotgate/core/matching/review/reassign-match'
import { readProvider, registerProvider } from '@pilotgate/core/matching/review/register-provider'
import { overrideReport, readFairness, readForecast, reassignmentRate } from '@pilotgate/core/matching/review/reports'
import { choiceReasons, weighProvider } from '@pilotgate/core/matching/review/weigh-provider'
import { withdrawMatch } from '@pilotgate/core/matching/review/withdraw-match'
import type { Store } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { allOf, loadPeople } from '@pilotgate/core/program/load'
import { api } from '../lib/http/api.ts'

const inProgram = (actor: Actor, path: Record<string, string>) => ({ tenantId: actor.tenantId, scope: path.programId! })

const peopleIn = (store: Store, { tenantId }: Actor, matches: MatchRecord[]) =>
  loadPeople(
    store,
    tenantId,
    matches.flatMap((match) => [match.participantId, match.providerId, ...namedIn(match)]),
  )

const seen = async (store: Store, actor: Actor, match: MatchRecord) =>
  toMatchView(match, await peopleIn(store, actor, [match]))

const own = async (store: Store, actor: Actor, match: MatchRecord) =>
  toOwnMatchView(match, await peopleIn(store, actor, [match]), actor.personId)

const providers = async (store: Store, actor: Actor, programId: string, records: ProviderRecord[]) => {
  const ids = records.map(({ id }) => id)
  const [people, caseloads] = await Promise.all([
    loadPeople(store, actor.tenantId, ids),
    loadCaseloads(store, inProgram(actor, { programId }), ids),
  ])
  return records.map((record) => toProviderView(record, people, caseloads.get(record.id)))
}

const provider = async (store: Store, actor: Actor, record: ProviderRecord) =>
  (await providers(store, actor, record.scope, [record]))[0]!

export const handler = api<'matching/api'>({
  listProviders: async ({ work, actor, path, query }) => {
    const page = await work.store.list('provider', inProgram(actor, path), query)
    return { items: await providers(work.store, actor, path.programId!, page.items), cursor: page.cursor }
  },
  getProvider: async ({ work, actor, path }) =>
    provider(work.store, actor, await readProvider(work.store, actor, path.programId!, path.personId!)),
  registerProvider: async ({ work, actor, path, body }) =>
    provider(work.store, actor, await registerProvider(work, actor, path.programId!, path.personId!, body)),
  importProviders: ({ work, actor, path, body }) => importProviders(work, actor, path.programId!, body.csv),
  changeProviderStatus: async ({ work, actor, path, body }) =>
    provider(work.store, actor, await changeProviderStatus(work, actor, path.programId!, path.personId!, body)),

  getMatchingSettings: async ({ work, actor, path }) =>
    toSettingsView(await loadSettings(work.store, inProgram(actor, path))),
  editMatchingSettings: async ({ work, actor, path, body, expected }) =>
    toSettingsView(await editMatchingSettings(work, actor, path.programId!, expected, body)),

  proposeMatches: async ({ work, actor, path, body }) =>
    toRunView(await proposeMatches(work, actor, path.programId!, body)),
  listRuns: async ({ work, actor, path, query }) => {
    const page = await work.store.list('matchingRun', inProgram(actor, path), query)
    return { items: page.items.map(toRunView), cursor: page.cursor }
  },
  approveMatches: async ({ work, actor, path, body }) => ({
    items: await approveMatches(work, actor, path.programId!, body.matchIds),
  }),
  publishMatches: async ({ work, actor, path, body }) => ({
    published: await publishMatches(work, actor, path.programId!, body.runId),
  }),

  listMatches: async ({ work, actor, path, query }) => {
    const page = await listMatches(work.store, actor, path.programId!, query)
    const people = await peopleIn(work.store, actor, page.items)
    return { items: page.items.map((match) => toMatchView(match, people)), cursor: page.cursor }
  },
  getMatch: async ({ work, actor, path }) => {
    const { match, history } = await readMatch(work.store, actor, path.programId!, path.matchId!)
    const people = await peopleIn(work.store, actor, [match, ...history])
    return { ...toMatchView(match, people), history: history.map((each) => toMatchView(each, people)) }
  },
  weighProvider: ({ work, actor, path }) => weighProvider(work, actor, path.programId!, path.matchId!, path.personId!),
  approveMatch: async ({ work, actor, path, body }) =>
    seen(work.store, actor, await approveMatch(work, actor, path.programId!, path.matchId!, body.version)),
  overrideMatch: async ({ work, actor, path, body }) =>
    seen(work.store, actor, await overrideMatch(work, actor, path.programId!, path.matchId!, body)),
  withdrawMatch: async ({ work, actor, path, body }) =>
    seen(work.store, actor, await withdrawMatch(work, actor, path.programId!, path.matchId!, body.reason)),
  reassignMatch: async ({ work, actor, path, body }) =>
    seen(work.store, actor, await reassignMatch(work, actor, path.programId!, path.matchId!, body)),

  listOwnMatches: async ({ work, actor, path }) => {
    const matches = await ownMatches(work.store, actor, path.programId!)
    const people = await peopleIn(work.store, actor, matches)
    const reasons = await choiceReasons(work, actor, path.programId!, matches)
    return {
      items: matches.map((match) => toOwnMatchView(match, people, actor.personId, (id) => reasons(match.id, id))),
    }
  },
  chooseProvider: async ({ work, actor, path, body }) =>
    own(work.store, actor, await chooseAlternative(work, actor, path.programId!, path.matchId!, body.providerId)),
  checkMatch: async ({ work, actor, path, body }) =>
    own(work.store, actor, await checkMatch(work, actor, path.programId!, path.matchId!, body)),

  getWaitList: async ({ work, actor, path }) => {
    const items = await waitList(work.store, inProgram(actor, path))
    const people = await loadPeople(
      work.store,
      actor.tenantId,
      items.map(({ participantId }) => participantId),
    )
    return {
      items: items.map((each) => ({
        ...each,
        participantName: people.get(each.participantId)?.name ?? '(removed)',
      })),
    }
  },
  getPoolForecast: ({ work, actor, path }) => readForecast(work.store, inProgram(actor, path)),
  getCapacityPlan: ({ work, actor, path, query }) =>
    readCapacityPlan(work, actor.tenantId, path.programId!, query.weeks),
  compareFormats: async ({ work, actor, path, query }) =>
    toFormatComparisonView(await compareFormatsIn(work, actor.tenantId, path.programId!, query)),
  getOverrideReport: ({ work, actor, path }) => overrideReport(work.store, inProgram(actor, path)),
  getFairnessReport: ({ work, actor, path }) => readFairness(work.store, inProgram(actor, path)),
  getReassignmentRate: async ({ work, actor, path }) => {
    const found = reassignmentRate(await allOf(work.store, 'match', inProgram(actor, path)))
    return { ...found, ...(found.published > 0 && { rate: found.reassigned / found.published }) }
  },
})

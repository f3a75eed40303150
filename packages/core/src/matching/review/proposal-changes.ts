import type { Change, Scope } from '../../ports.ts'
import type { CohortPlan, Proposal } from '../cohort.ts'
import type { MatchRecord } from '../match-record.ts'

/** Rows of one transaction. */
const batch = 90

/** `R001`, `R002` … : the same run again as long as it is not written whole. */
export const nextRunId = (known: string[]): string => {
  const last = known.reduce((highest, id) => Math.max(highest, Number(id.slice(1))), 0)
  return `R${String(last + 1).padStart(3, '0')}`
}

/** The same participant, run and service always give the same match. */
export const matchId = (participantId: string, runId: string, service: string): string =>
  `${participantId}.${runId}.${service}`

/** What each participant's part of the plan changes: the new proposals, and the undecided earlier ones they replace. */
export const proposalChanges = (
  scope: Scope,
  { proposals }: CohortPlan,
  matches: MatchRecord[],
  runId: string,
): Map<string, Change[]> => {
  const known = new Map(matches.map((match) => [match.id, match]))
  const changes = new Map<string, Change[]>()
  const add = (participantId: string, change: Change) => {
    const list = changes.get(participantId)
    if (list) list.push(change)
    else changes.set(participantId, [change])
  }
  const written = new Map<string, string>()
  const open = matches.filter(({ status }) => status === 'proposed')
  /** A participant's choice stays theirs when it is proposed again. */
  const choiceOf = ({ participantId, providerId, service }: Proposal) =>
    open.find(
      (each) => each.participantId === participantId && each.providerId === providerId && each.service === service,
    )?.chosenAt
  for (const proposal of proposals) {
    const id = matchId(proposal.participantId, runId, proposal.service)
    const record: MatchRecord = {
      ...scope,
      id,
      version: 0,
      ...proposal,
      runId,
      status: 'proposed',
      chosenAt: choiceOf(proposal),
    }
    written.set(`${proposal.participantId} ${proposal.service}`, id)
    add(proposal.participantId, { kind: 'match', record, expect: known.get(id)?.version ?? 0 })
  }
  const now = new Set(written.values())
  for (const match of matches) {
    if (match.status !== 'proposed' || now.has(match.id)) continue
    const replacedBy = written.get(`${match.participantId} ${match.service}`)
    const endedBecause = replacedBy ? undefined : `Run ${runId} proposes nothing for this participant and service.`
    const record: MatchRecord = { ...match, status: 'replaced', replacedBy, endedBecause }
    add(match.participantId, { kind: 'match', record, expect: match.version })
  }
  return changes
}

/** The changes in transactions; those of one participant are never parted. */
export const inBatches = (changes: Map<string, Change[]>): Change[][] => {
  const batches: Change[][] = [[]]
  for (const own of changes.values()) {
    if (batches.at(-1)!.length + own.length > batch) batches.push([])
    batches.at(-1)!.push(...own)
  }
  return batches.filter((each) => each.length > 0)
}

import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { allOf } from '@pilotgate/core/program/load'
import { loadRubric } from '@pilotgate/core/selection/load-rubric'
import { isDisagreement, panelResult } from '@pilotgate/core/selection/panel-result'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import { leadsOf, loadCandidacy, membersOf, namedFor, type Round, roundOf, scopeOf } from './candidacy-ground.ts'
import { type EventOf, type Ground, nameOf, notices, pages, peopleOf } from './ground.ts'

/** A step is decided. On hold: the candidate and the lead. When its panel disagreed, the lead, whatever came of it. */
export const selectionDecided = async (ground: Ground, event: EventOf<'selection.decided'>): Promise<Notice[]> => {
  const of = await roundOf(ground, event)
  if (!of || of.round.status === 'open') return []
  return [...(await onHold(ground, of)), ...(await onDisagreement(ground, of))]
}

/** Nothing once the step was opened again. */
const onHold = async (ground: Ground, { candidacy, step, round, occasion }: Round): Promise<Notice[]> => {
  const { status, missing = [], until } = round
  if (candidacy.status !== 'open' || status !== 'on hold' || missing.length === 0 || !until) return []
  const to = [...membersOf(ground, candidacy.personId), ...leadsOf(ground, candidacy)]
  const people = await peopleOf(ground, to, [candidacy.personId])
  return notices(ground, 'candidate-held', `${occasion}.candidate-held`, {
    to,
    people,
    data: (reader) => ({
      ...namedFor(candidacy, people, reader),
      step: step.noun,
      missing,
      until,
      turnTo: selectionPaths[candidacy.path].lead,
      href: pages.candidacy(ground, candidacy.id),
    }),
  })
}

const onDisagreement = async (ground: Ground, of: Round): Promise<Notice[]> => {
  const dimensions = await disagreedOn(ground, of)
  if (dimensions.length === 0) return []
  const { candidacy, step, occasion } = of
  const to = leadsOf(ground, candidacy)
  const people = await peopleOf(ground, to, [candidacy.personId])
  return notices(ground, 'panel-disagreement', `${occasion}.panel-disagreement`, {
    to,
    people,
    data: () => ({
      candidateName: nameOf(people, candidacy.personId),
      pathTitle: selectionPaths[candidacy.path].title,
      step: step.noun,
      dimensions,
      href: pages.candidacy(ground, candidacy.id),
    }),
  })
}

/** The dimensions in which the marks of a closed panel lie far apart, in words. */
const disagreedOn = async (ground: Ground, { candidacy, step, round }: Round): Promise<string[]> => {
  if (!step.rubric || !round.panel) return []
  const prefix = `${candidacy.id}.${round.step}.${round.round}.`
  const answers = await allOf(ground.store, 'selectionAnswer', scopeOf(ground), prefix)
  const scores = answers.flatMap(({ answer }) => (answer.kind === 'scores' ? [answer] : []))
  if (scores.length === 0) return []
  const { rubric } = await loadRubric(ground.store, scopeOf(ground), step.rubric, round.panel.rubricVersion)
  const { dimensions } = panelResult(rubric, scores)
  return dimensions.filter(isDisagreement).map(({ words }) => words)
}

/**
 * A candidacy is over. Appointed: the candidate. Turned down: the candidate and the lead. Withdrawn: the lead, and the candidate
 * unless they did it themselves; of a program that has ended, the lead knows already.
 */
export const candidacyClosed = async (ground: Ground, event: EventOf<'candidacy.closed'>): Promise<Notice[]> => {
  const candidacy = await loadCandidacy(ground, event.candidacyId)
  if (candidacy?.status !== event.status) return []
  const { personId, path, service, reasons = [] } = candidacy
  const candidate = membersOf(ground, personId)
  const isOver = ground.program.status === 'stopped' || ground.program.status === 'completed'
  const leads = isOver ? [] : leadsOf(ground, candidacy)
  const people = await peopleOf(ground, [...candidate, ...leads], [personId])
  const pathTitle = selectionPaths[path].title
  const occasion = `selection.${candidacy.id}`
  const href = pages.candidacy(ground, candidacy.id)
  if (event.status === 'appointed') {
    const commitment = await ground.store.get('commitment', scopeOf(ground), candidacy.id)
    const due = commitment &&
      !commitment.outcome && { commitment: { action: commitment.action, dueAt: commitment.dueAt } }
    return notices(ground, 'candidate-appointed', `${occasion}.candidate-appointed`, {
      to: candidate,
      people,
      data: () => ({ pathTitle, service, ...due, href }),
    })
  }
  const { status } = event
  const told = status === 'withdrawn' && event.by !== personId ? candidate : []
  return [
    ...notices(ground, 'candidate-rejected', `${occasion}.candidate-rejected`, {
      to: status === 'rejected' ? candidate : [],
      people,
      data: () => ({ pathTitle, reasons, href }),
    }),
    ...notices(ground, 'candidacy-closed', `${occasion}.candidacy-closed`, {
      to: [...leads, ...told],
      people,
      data: (reader) => ({ ...namedFor(candidacy, people, reader), status, reasons, at: event.at, href }),
    }),
  ]
}

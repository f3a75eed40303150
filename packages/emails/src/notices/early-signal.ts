import type { EarlySignal } from '@pilotgate/core/gates/early-signal'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { readEarlySignal } from '@pilotgate/core/gates/read-early-signal'
import { packOf } from './gate-asked.ts'
import { type EventOf, type Ground, inRoles, notices, pages, peopleOf } from './ground.ts'

/** The early-signal report of day 60 or 120 is due: the owner and the sponsor. */
export const earlySignalDue = async (ground: Ground, event: EventOf<'early-signal.due'>): Promise<Notice[]> => {
  const { store, program } = ground
  const to = inRoles(ground, 'program owner', 'sponsor')
  const [report, people, packHref] = await Promise.all([
    readEarlySignal({ store, now: event.at }, program, program.id, event.day),
    peopleOf(ground, to),
    packOf(ground, `day-${event.day}`, 1),
  ])
  return notices(ground, 'early-signal', `program.day-${event.day}.early-signal`, {
    to,
    people,
    data: () => ({
      day: event.day,
      at: event.at,
      headline: headline(report),
      rag: report.rag.rag,
      gates: checked(report),
      missing: report.missing,
      href: pages.program(ground),
      packHref,
    }),
  })
}

/** The mail's subject starts with day and colour itself. */
const headline = ({ day, rag, headline }: EarlySignal): string => headline.replace(`Day ${day}: ${rag.rag} – `, '')

/** Gates that were not checked are among what is missing. */
const checked = ({ gates }: EarlySignal) =>
  gates.flatMap(({ gate, title, outcome, value, decided }) =>
    outcome === 'not checked'
      ? []
      : [{ gate, title, outcome, value, ...(decided && decided !== 'pass' && { choice: decided }) }],
  )

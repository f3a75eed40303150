import { answerEngagementTask, asksEngagement } from '@pilotgate/core/engagement/answer-task'
import type { ClosingForm } from '@pilotgate/core/engagement/closing/closing'
import type { EngagementForm } from '@pilotgate/core/engagement/forms'
import { openEngagement } from '@pilotgate/core/engagement/open-engagement'
import type { Service } from '@pilotgate/core/intake/intake-record'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import type { Store } from '@pilotgate/core/ports'
import { listAll } from '@pilotgate/core/program/load'
import { start, world } from '../matching/review/world.ts'

export const day = 24 * 60 * 60 * 1000
/** So many days after the publication, at nine o'clock in Berlin (in winter). */
export const on = (days: number): string => new Date(Date.parse(start) + days * day).toISOString()

export const closingNotes: Extract<ClosingForm, { kind: 'closing-notes' }> = {
  kind: 'closing-notes',
  goals: [{ goal: 'Delegate decisions', reached: 'yes', evidence: 'Weekly plan' }],
  context: 'Leads a new team.',
  transfer: [{ item: 'Names a sparring partner', done: true, who: 'ana' }],
}

type Options = { store?: Store; services?: Service[]; templateId?: string; consent?: 'all' | 'none' }

/**
 * Ana with Vera (coach) or Mark (mentor), approved and published; Olga owns the program, Mia is Ana's manager. `here.publish()` makes
 * the engagements unless something follows the events. Ids are names.
 */
export const publishedPair = async ({ store, services = ['coach'], templateId, consent = 'all' }: Options = {}) => {
  const here = await world(store)
  if (templateId) {
    const scope = { tenantId: here.scope.tenantId, scope: '-' }
    const program = (await here.store.get('program', scope, here.programId))!
    await here.write({ kind: 'program', record: { ...program, templateId }, expect: program.version })
  }
  await here.person('olga', ['program owner'])
  await here.person('mia', ['manager'])
  await here.participant('ana', {
    services,
    managerId: 'mia',
    ...(consent === 'none' && { consent: ['skills' as const] }),
  })
  await here.provider('vera', { places: 3 })
  await here.provider('mark', { service: 'mentor', places: 3 })
  const { scope, programId } = here

  const publish = async (now = start) => {
    await proposeMatches(here.at(now), here.owner, programId)
    for (const { id } of await here.matches('proposed')) await approveMatch(here.at(now), here.owner, programId, id)
    await publishMatches(here.at(now), here.owner, programId)
  }
  /** As the follower of events does it. */
  const open = async () => {
    for (const { id } of await here.matches('published'))
      await openEngagement(here.at(start), { tenantId: scope.tenantId, programId, matchId: id })
  }
  const id = (service: Service = 'coach') => `ana.R001.${service}`
  const engagement = async (service: Service = 'coach') => (await here.store.get('engagement', scope, id(service)))!
  const tasks = () => listAll((cursor) => here.store.list('task', scope, { cursor }))
  const openTasks = async () => (await tasks()).filter(({ status }) => status === 'open')
  const told = async (type: string) => (await here.events()).filter((event) => event.type === type)
  /** Somebody answers their open task of a form. */
  const answer = async (personId: string, form: EngagementForm, now: string) => {
    const task = (await openTasks()).find((each) => each.personId === personId && each.form === form.kind)
    if (!task || !asksEngagement(task)) throw new Error(`${personId} has no open task "${form.kind}".`)
    return answerEngagementTask(here.at(now), here.as(personId), programId, task, form)
  }
  return { ...here, publish, open, id, engagement, tasks, openTasks, told, answer }
}

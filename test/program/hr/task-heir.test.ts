import { handedTo, taskFate } from '@pilotgate/core/program/hr/effects/task-heir'
import type { Member } from '@pilotgate/core/program/person'
import type { Role } from '@pilotgate/core/program/roles'
import type { Task } from '@pilotgate/core/program/task'
import { describe, expect, it } from 'vitest'

const at = '2027-02-01T08:00:00Z'
const scope = { tenantId: 't', scope: 'p', version: 1 }

const member = (id: string, roles: Role[], status: Member['status'] = 'active'): Member => ({
  ...{ ...scope, id, roles, learnerKind: 'person', places: 0, status, joinedAt: at },
})
const task = (more: Partial<Task> = {}): Task => ({
  ...{
    ...scope,
    id: 'W06.1.attest.gone',
    gate: 'W06',
    round: 1,
    kind: 'attest',
    title: 'Say it',
    why: 'W06 needs it.',
  },
  ...{ role: 'hr analytics', personId: 'gone', openedAt: at, dueAt: at, status: 'open', reminders: 2, escalated: true },
  ...more,
})
const asked = (personId: string, more: Partial<Task> = {}) =>
  task({ id: `W06.1.attest.${personId}`, personId, ...more })

const gone = member('gone', ['hr analytics'])
const peer = member('peer', ['hr analytics'])
const lead = member('lead', ['program lead'])
const owner = member('owner', ['program owner'])

const fateOf = (given: Task, members: Member[], others: Task[] = []) => {
  const fate = taskFate(given, members, [given, ...others])
  return 'to' in fate ? fate.to.id : `cancelled: ${fate.cancelled}`
}

describe('who takes over a task of somebody who leaves', () => {
  it.each([
    ['another holder of its role', [gone, peer, lead, owner], 'peer'],
    ['else the program lead', [gone, lead, owner], 'lead'],
    ['else the program owner', [gone, owner], 'owner'],
    ['nobody who has left', [gone, member('peer', ['hr analytics'], 'left'), lead], 'lead'],
    ['nobody who was taken out', [gone, member('peer', ['hr analytics'], 'withdrawn'), owner], 'owner'],
    ['nobody, where nobody is left', [gone], 'cancelled: Nobody is left to do it.'],
  ])('%s', (_, members, expected) => expect(fateOf(task(), members)).toBe(expected))

  it.each(['attest', 'decide', 'record', 'do', 'select'] as const)('a task of kind %s goes to another', (kind) => {
    expect(fateOf(task({ kind }), [gone, peer])).toBe('peer')
  })

  it.each(['vote', 'engage', 'collect'] as const)('a task of kind %s is their own voice', (kind) => {
    expect(fateOf(task({ kind }), [gone, peer, lead])).toMatch(/^cancelled/)
  })

  it('is not asked of somebody twice', () => {
    expect(fateOf(task(), [gone, peer, member('quiet', ['hr analytics'])], [asked('peer')])).toBe('quiet')
    expect(fateOf(task(), [gone, peer, lead], [asked('peer')])).toMatch(/^cancelled: The others/)
    expect(fateOf(task(), [gone, peer], [asked('peer', { fact: 'another' })])).toBe('peer')
    expect(fateOf(task(), [gone, peer], [asked('peer', { round: 2 })])).toBe('peer')
  })

  it('lets nobody judge their own candidacy, and cancels what the candidacy of who leaves asks', () => {
    const selection = { candidacyId: 'peer.01', step: 'demo', requirement: 'scores' }
    const judging = task({ kind: 'select', gate: 'S-C3', selection })
    expect(fateOf(judging, [gone, peer, lead])).toBe('lead')
    const own = { ...judging, selection: { ...selection, candidacyId: 'gone.01' } }
    expect(fateOf(own, [gone, peer, lead])).toMatch(/^cancelled: Their candidacy/)
  })
})

it('is handed over without the links and reminders of who had it', () => {
  const link = { secret: 'secret', expiresAt: at, former: [] }
  const handed = handedTo(task({ link, remindedAt: at }), peer)
  expect(handed).toEqual({ ...task(), personId: 'peer', reminders: 0, escalated: false })
})

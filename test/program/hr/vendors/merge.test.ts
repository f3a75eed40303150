import { merge } from '@pilotgate/core/program/hr/vendors/merge'
import { describe, expect, it } from 'vitest'
import { demandsEachHeader, mac, neverFails, turnsAwayAnyChange, verify } from './deliveries.ts'

const secret = 'a signature key of Merge'
const person = {
  ...{ id: 'merge-1', remote_id: '19202938', employee_number: '2', first_name: 'Greg', last_name: 'Hirsch' },
  ...{ work_email: 'greg@example.com', manager: 'merge-2', team: 'team-1', start_date: '2020-10-10T00:00:00Z' },
  ...{ employment_status: 'ACTIVE', termination_date: null, remote_was_deleted: false },
}
const hooked = (event: string, data: object) => ({
  hook: { id: 'cb1fe0a7-c2a1-4bd6-8cf5-57e70c7f1d53', event, target: 'https://example.com' },
  linked_account: { id: 'a3602c03-aba7-4d9d-a349-dbc338504092', integration: 'Workday', category: 'hris' },
  data,
})
const body = JSON.stringify(hooked('Employee.changed', person))
const name = 'x-merge-webhook-signature'
const sent = { headers: { [name]: mac('sha256', secret, body, 'base64url') }, body }
const now = '2027-01-04T08:00:00.000Z'

describe('a delivery', () => {
  it('is known by the signature, with or without padding', async () => {
    const event = { kind: 'event', dedupe: expect.stringMatching(/^[0-9a-f]{64} 2027-01-04T08$/) }
    expect(await verify(merge, sent, now, ['another secret of mine', secret])).toEqual(event)
    const padded = { ...sent, headers: { [name]: `${sent.headers[name]}=` } }
    expect(await verify(merge, padded, now, [secret])).toEqual(event)
  })

  it('counts anew an hour later: a change that was taken back is told in the same bytes', async () => {
    const at = async (time: string) => (await verify(merge, sent, time, [secret])) as { dedupe: string }
    expect(await at('2027-01-04T08:59:59.999Z')).toEqual(await at(now))
    expect((await at('2027-01-04T09:00:00.000Z')).dedupe).not.toBe((await at(now)).dedupe)
  })

  it('is turned away when its signature is hex or plain Base64', async () => {
    // The hash of this body has letters in which Base64 and Base64url differ.
    const texts = Array.from({ length: 50 }, (_, index) => `{"n":${index}}`)
    const odd = texts.find((text) => /[-_]/.test(mac('sha256', secret, text, 'base64url')))!
    for (const as of ['hex', 'base64'] as const) {
      const headers = { [name]: mac('sha256', secret, odd, as) }
      expect((await verify(merge, { headers, body: odd }, now, [secret])).kind, as).toBe('turned away')
    }
  })

  it('is turned away without its header, and however it is changed', async () => {
    await demandsEachHeader(merge, sent, now, secret, [name])
    const bare = (text: string) => text.replace(/=+$/, '')
    await turnsAwayAnyChange(
      merge,
      sent,
      now,
      [secret, 'a second secret'],
      [name],
      (one, other) => bare(one) === bare(other),
    )
  })

  it('never makes the door fail', () => neverFails(merge, [name], secret))
})

describe('what a delivery says', () => {
  const read = (event: string, data: object) => merge.door!.read(JSON.stringify(hooked(event, data)), now)

  it('whom it is about, and when it was said; ids of teams and employments say nothing, so the rest is read back', () => {
    expect(read('Employee.changed', { ...person, modified_at: '2027-01-04T07:00:00.123456Z' })).toEqual([
      { employeeId: 'merge-1', type: 'Employee.changed', occurredAt: '2027-01-04T07:00:00.123Z' },
    ])
    expect(read('Employee.deleted', person)).toEqual([
      { employeeId: 'merge-1', type: 'Employee.deleted', occurredAt: now },
    ])
  })

  it('from which date an employment holds', () => {
    const employment = { id: 'e-1', employee: 'merge-1', job_title: 'Head', effective_date: '2027-03-01T00:00:00Z' }
    expect(read('Employment.changed', employment)).toEqual([
      { employeeId: 'merge-1', type: 'Employment.changed', occurredAt: now, effectiveOn: '2027-03-01' },
    ])
    expect(read('Employment.deleted', employment)[0]).not.toHaveProperty('effectiveOn')
  })

  it('nothing for what is not needed', () => {
    expect(read('Candidate.changed', person)).toEqual([])
    expect(read('Employee.changed', {})).toEqual([])
    expect(read('Employment.changed', { id: 'e-1', employee: null })).toEqual([])
    expect(merge.door!.read('{}', now)).toEqual([])
  })
})

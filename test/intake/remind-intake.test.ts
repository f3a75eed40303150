import { importRoster } from '@pilotgate/core/intake/import-roster'
import { remindIntake } from '@pilotgate/core/intake/remind-intake'
import { beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../emails/notices/world.ts'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let read: Cohort['read']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, read, invite, saveAndSubmit, count } = await runningCohort())
})

describe('reminders', () => {
  const remind = (now: string) => remindIntake(pilot.at(now), tenantId, pilot.programId)

  it('come once a local week to who has not submitted, not within two days of the invitation', async () => {
    expect(await remind('2027-01-11T12:00:00.000Z')).toEqual([])
    await invite()
    await saveAndSubmit(pia)
    expect(await remind('2027-01-11T12:00:00.000Z')).toEqual([])
    expect(await remind('2027-01-13T12:00:00.000Z')).toEqual([paul.personId])
    expect(await remind('2027-01-14T12:00:00.000Z')).toEqual([])
    // Still the Sunday before in Berlin, then Monday before 08:00, then past it.
    expect(await remind('2027-01-17T22:00:00.000Z')).toEqual([])
    expect(await remind('2027-01-18T06:59:00.000Z')).toEqual([])
    expect(await remind('2027-01-18T09:00:00.000Z')).toEqual([paul.personId])
    expect(await read(paul)).toMatchObject({ reminders: 2, remindedIn: '2027-W03', status: 'invited' })
    expect(await count('intake.reminded')).toBe(2)
  })

  it('end after five, and invite who joined meanwhile', async () => {
    await invite()
    const csv = 'email,name,roles,zone\npeer@northwind.test,Peer,participant,Europe/Berlin\n'
    await importRoster(pilot.at(monday), ada, pilot.programId, csv)
    for (let week = 0; week < 7; week += 1) {
      await remind(new Date(Date.parse('2027-01-18T09:00:00Z') + week * 7 * 86_400_000).toISOString())
    }
    expect(await read(paul)).toMatchObject({ reminders: 5 })
    expect(await read(await pilot.actor('peer'))).toMatchObject({
      status: 'invited',
      invitedAt: '2027-01-18T09:00:00.000Z',
    })
  })
})

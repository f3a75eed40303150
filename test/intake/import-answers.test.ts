import { importAnswers } from '@pilotgate/core/intake/import-answers'
import { beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../emails/notices/world.ts'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let jonas: Cohort['jonas']
let read: Cohort['read']
let save: Cohort['save']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']

beforeEach(async () => {
  ;({ pilot, paul, pia, jonas, read, save, invite, saveAndSubmit } = await runningCohort())
})

describe('import of answers', () => {
  const importCsv = (csv: string) => importAnswers(pilot.at(monday), tenantId, pilot.programId, csv)
  const header =
    'email,triggers,goal_1_behaviour,goal_1_situation,goal_1_measure,goal_1_date,goal_1_baseline,project_name,project_kpi,project_complexity,skills_held,languages,zone,availability,career_goal,promotion,confidentiality,context'
  const row =
    'Performance Gap; retention risk,Ask two questions,In reviews,3 of 4,2027-06-30,never,Atlas,releases,3,python;sql,English,Europe/Berlin,Mon 9:00-12:00; Thu 14:00-16:00,Lead more,no,yes,no'

  it('keeps good rows, reports bad ones, and changes nothing the second time', async () => {
    const csv = [
      header,
      `paul@northwind.test,${row}`,
      `nobody@northwind.test,${row}`,
      `ADA@northwind.test,${row}`,
      `paul@northwind.test,${row}`,
      `pia@northwind.test,bored,Ask,,,,,Atlas,releases,many,,,,Monday,Lead more,perhaps,,`,
      `,${row}`,
    ].join('\n')
    const first = await importCsv(csv)
    expect(first).toMatchObject({ saved: 1, unchanged: 0 })
    expect(first.problems).toEqual(
      expect.arrayContaining([
        { row: 3, field: 'email', problem: expect.stringContaining('no participant') },
        { row: 4, field: 'email', problem: expect.stringContaining('no participant') },
        { row: 5, field: 'email', problem: expect.stringContaining('row 2') },
        { row: 6, field: 'triggers', problem: expect.any(String) },
        { row: 6, field: 'goal_1_measure', problem: 'Is missing.' },
        { row: 6, field: 'project_complexity', problem: '"many" is no number.' },
        { row: 6, field: 'availability', problem: expect.stringContaining('Mon 09:00') },
        { row: 6, field: 'promotion', problem: 'Write "yes" or "no".' },
        { row: 7, field: 'email', problem: 'The address is empty.' },
      ]),
    )
    expect(first.problems.map(({ row: line }) => line)).toEqual(first.problems.map(({ row: line }) => line).toSorted())
    expect(await read(pia)).toBeUndefined()
    expect(await read(paul)).toMatchObject({
      status: 'started',
      answers: {
        triggers: ['performance gap', 'retention risk'],
        goals: [{ baseline: 'never' }],
        skillsHeld: ['python', 'sql'],
        availability: [
          { day: 1, from: '09:00', to: '12:00' },
          { day: 4, from: '14:00', to: '16:00' },
        ],
        needs: { confidentiality: true, context: false },
      },
    })
    expect(await importCsv(csv)).toMatchObject({ saved: 0, unchanged: 1, problems: first.problems })
    expect(await read(paul)).toMatchObject({ version: 1 })
  })

  it('leaves answers that the file does not have, and whoever has submitted', async () => {
    await invite()
    await save(paul, 1, { role: 'Lead', seniority: 2 })
    expect(await importCsv('email;seniority\npaul@northwind.test;3\n')).toMatchObject({ saved: 1 })
    expect((await read(paul))?.answers).toEqual({ role: 'Lead', seniority: 3 })
    await saveAndSubmit(pia)
    expect(await importCsv('email,seniority\npia@northwind.test,5\n')).toMatchObject({
      saved: 0,
      problems: [{ row: 2, field: 'email', problem: expect.stringContaining('submitted') }],
    })
  })

  it('knows the trainer of an agent by address', async () => {
    const result = await importCsv(
      'email,trainer_email\npaul@northwind.test,jonas@northwind.test\npia@northwind.test,x@y.test\n',
    )
    expect(result).toMatchObject({ saved: 1, problems: [{ row: 3, field: 'trainer_email' }] })
    expect((await read(paul))?.answers).toEqual({ trainerId: jonas.personId })
  })

  it.each([
    ['no rows', 'email\n', 'no rows'],
    ['no address column', 'name\nPaul\n', 'email'],
    ['an unknown column', 'email,shoe_size\npaul@northwind.test,44\n', 'shoe_size'],
    ['not CSV', 'email\n"paul', 'not readable'],
  ])('refuses a file with %s', async (_, csv, words) => {
    await expect(importCsv(csv)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field: 'csv', problem: expect.stringContaining(words) }],
    })
  })
})

import { instrumentNames } from '@pilotgate/core/program/collected'
import { z } from 'zod'
import { defineRoutes } from '../route.ts'
import { instrumentResultsView, movementView, ownReportView, questionBankView, ratersView } from './instrument-views.ts'

const base = { function: 'measurement/api', tag: 'Measurement' } as const
const program = '/v1/programs/{programId}'
const raters = `${program}/raters/{personId}` as const
const own = "In place of the person's id, `me` stands for your own."

export const instrumentRoutes = defineRoutes({
  getQuestionBank: {
    ...base,
    method: 'GET',
    path: `${program}/question-bank`,
    action: 'read program',
    summary: 'Read the questions of all instruments, in the version that is asked now',
    description: 'A task asks only those about the target behaviours of the person it is about; its `form` holds them.',
    output: questionBankView,
  },
  getRaters: {
    ...base,
    method: 'GET',
    path: raters,
    action: 'name raters',
    summary: 'Read who rates a participant in the 360',
    description: own,
    output: ratersView,
    etag: 'gives',
  },
  nameRaters: {
    ...base,
    method: 'PUT',
    path: raters,
    action: 'name raters',
    summary: 'Name who rates a participant in the 360',
    description: `Members of the program or the manager, 12 at most. The follow-up asks those who answered the baseline, whoever is named. ${own} A version of 0 (\`"0"\`) stands for the first time.`,
    body: z
      .strictObject({ personIds: z.array(z.string().min(1).max(64)).max(100) })
      .meta({ examples: [{ personIds: ['01JGR1', '01JGR2', '01JGR3'] }] }),
    output: ratersView,
    etag: 'demands',
  },
  getOwnReport: {
    ...base,
    method: 'GET',
    path: `${program}/instruments/own-report`,
    action: 'read own report',
    summary: 'Read your own 360: your ratings, and the mean of the others from five of them on',
    output: ownReportView,
  },
  getInstrumentResults: {
    ...base,
    method: 'GET',
    path: `${program}/instruments/results`,
    action: 'read measurement',
    summary: 'Read what instruments came to, by gate: response rates, and figures of five people and more',
    description:
      'Withheld, with the reason, is every figure of fewer than five people and every one from which such a figure could be worked out; and all figures of an instrument that people can still answer.',
    query: z.strictObject({
      gate: z.string().optional().meta({ description: 'Only of this gate' }),
      instrument: z.enum(instrumentNames).optional().meta({ description: 'Only of this instrument' }),
    }),
    output: instrumentResultsView,
  },
  getMovement: {
    ...base,
    method: 'GET',
    path: `${program}/instruments/movement`,
    action: 'read measurement',
    summary: 'Read how far the target behaviours of the cohort moved in the 360',
    description:
      'Follow-up less baseline over the same raters, −4 to 4; above 0 is better. Self-ratings stand apart from those of others.',
    output: movementView,
  },
})

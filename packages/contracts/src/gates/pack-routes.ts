import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { packLine, packView } from './pack-views.ts'

const base = { function: 'gates/api', tag: 'Gates' } as const
const packs = '/v1/programs/{programId}/packs'
const onePack = `${packs}/{packId}` as const

export const packRoutes = defineRoutes({
  makePack: {
    ...base,
    method: 'POST',
    path: packs,
    action: 'make steering packs',
    summary: 'Make the steering pack of a gate that was checked, or of an early-signal report',
    description:
      'Packs for the steering committee and for the early-signal reports are made by themselves. Asked again for the same round, this gives the edition that is there; `newEdition` makes another one. Editions never change.',
    body: z
      .strictObject({
        about: z.string().min(1).max(20).meta({ description: 'The gate (`W12`), or the day of a report (`day-60`)' }),
        newEdition: z.boolean().default(false),
      })
      .meta({ examples: [{ about: 'W12' }, { about: 'day-60', newEdition: true }] }),
    output: packLine,
    status: 201,
  },
  listPacks: {
    ...base,
    method: 'GET',
    path: packs,
    action: 'read gates',
    summary: 'List the steering packs',
    query: pageQuery.extend({
      limit: z.coerce.number().int().min(1).max(20).default(10).meta({ description: 'Rows a page, 1 to 20' }),
      about: z.string().min(1).max(20).optional().meta({ description: 'Only of this gate or day' }),
    }),
    output: pageOf(packLine),
  },
  getPack: {
    ...base,
    method: 'GET',
    path: onePack,
    action: 'read gates',
    summary: 'Read a steering pack with its page',
    output: packView,
  },
  getPackPage: {
    ...base,
    method: 'GET',
    path: `${onePack}/page`,
    action: 'read gates',
    summary: 'The page of a steering pack, to read or print',
    output: z.string().meta({ description: 'One page that holds everything it needs' }),
    produces: 'text/html',
  },
  getPackPdf: {
    ...base,
    method: 'GET',
    path: `${onePack}/pdf`,
    action: 'read gates',
    summary: 'The steering pack as PDF, where a browser to print it is installed',
    output: z.base64(),
    produces: 'application/pdf',
  },
})

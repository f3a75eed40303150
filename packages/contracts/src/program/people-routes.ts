import { z } from 'zod'
import { longPageQuery, pageOf } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { myPartView, whoIAmView } from './my-views.ts'
import { steerBody } from './route-parts.ts'
import { memberView } from './views.ts'

const mostIds = 100
const ids = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .refine((some) => some.length <= mostIds, `Must be at most ${mostIds} ids. Ask in parts.`)
  .refine((some) => some.every((id) => id.length <= 64), 'Must be person ids with commas between them.')

export const peopleRoutes = defineRoutes({
  whoAmI: {
    method: 'GET',
    path: '/v1/me',
    function: 'program/api',
    action: 'list programs',
    tag: 'People',
    summary: 'Who you are in your organisation, and what you may do beyond programs',
    output: whoIAmView,
  },
  readMyPart: {
    method: 'GET',
    path: '/v1/programs/{programId}/me',
    function: 'program/api',
    action: 'read program',
    tag: 'People',
    summary: 'Who you are in a program, and what you may do there',
    output: myPartView,
  },
  listPeople: {
    method: 'GET',
    path: '/v1/programs/{programId}/people',
    function: 'program/api',
    action: 'read people',
    tag: 'People',
    summary: 'List the people of a program with their roles',
    query: longPageQuery.extend({
      ids: ids.optional().meta({
        description: `Only these people: person ids with commas between them, at most ${mostIds}. All on one page; unknown ids are left out.`,
      }),
    }),
    output: pageOf(memberView),
  },
  withdrawPerson: {
    method: 'POST',
    path: '/v1/programs/{programId}/people/{personId}/withdraw',
    function: 'program/api',
    action: 'manage people',
    tag: 'People',
    summary: 'Take a person out of a program; their open tasks are cancelled',
    body: steerBody,
    output: memberView,
  },
})

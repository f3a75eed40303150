import { rubric } from '@pilotgate/core/selection/rubric'
import { z } from 'zod'
import { defineRoutes } from '../route.ts'
import { base, program } from './route-parts.ts'
import { agreementView, credentialView, documentView, rubricView } from './views.ts'

export const ruleRoutes = defineRoutes({
  listRubrics: {
    ...base,
    method: 'GET',
    path: `${program}/selection/rubrics`,
    action: 'read selection rules',
    summary: 'List the rubrics that panels score by, in the version a new panel gets',
    output: z.object({ items: z.array(rubricView) }),
  },
  editRubric: {
    ...base,
    method: 'PUT',
    path: `${program}/selection/rubrics/{rubric}`,
    action: 'edit rubrics',
    summary: 'Make a new version of a rubric for this program',
    description: 'Panels that were named before go on with the version they have.',
    body: rubric.omit({ rubric: true }).meta({
      examples: [
        {
          title: 'Bias simulation',
          dimensions: [
            {
              dimension: 'noticing',
              words: 'Notices bias as it happens',
              anchors: { one: 'Lets it pass', three: 'Notices it afterwards', five: 'Names it at once, without blame' },
            },
          ],
          knockOuts: [],
          minimumPanel: 2,
          composition: [],
          passes: { median: 3.5, lowest: 3 },
          rejectsBelow: 2,
        },
      ],
    }),
    output: rubricView,
    etag: 'demands',
  },
  listDocuments: {
    ...base,
    method: 'GET',
    path: `${program}/selection/documents`,
    action: 'read selection rules',
    summary: 'List the documents that coaches and mentors sign, with their text',
    output: z.object({ items: z.array(documentView) }),
  },
  getPanelAgreement: {
    ...base,
    method: 'GET',
    path: `${program}/selection/agreement`,
    action: 'supervise',
    summary: 'How closely panels agree, by rubric',
    description:
      'For the quarterly calibration (Q6): share of equal marks, share at most one apart, mean spread, and Krippendorff’s alpha. Without two complete panels there is no figure.',
    query: z.strictObject({
      from: z.iso.date().optional().meta({ description: 'First day, in the zone of the program' }),
      to: z.iso.date().optional().meta({ description: 'Last day' }),
    }),
    output: z.object({ items: z.array(agreementView) }),
  },
  listCredentials: {
    ...base,
    method: 'GET',
    path: `${program}/credentials`,
    action: 'read credentials',
    summary: 'List the credentials of the coaches and mentors in this program',
    output: z.object({ items: z.array(credentialView) }),
  },
})

import { services } from '@pilotgate/core/intake/intake-record'
import { deliveryInput } from '@pilotgate/core/selection/supervision/delivery-record'
import { outcomesBriefInput, recertificationPart } from '@pilotgate/core/selection/supervision/recertification-record'
import { z } from 'zod'
import { defineRoutes } from '../route.ts'
import { personId, program, words } from './route-parts.ts'
import { briefView, deliveryView, recertificationView } from './supervision-views.ts'

const base = { function: 'selection/api', tag: 'Supervision' } as const
const selection = `${program}/selection` as const
const credential = `${program}/credentials/{service}/{personId}` as const

/** What keeps a coach or mentor in good standing: recertification, outcomes briefs, what they delivered (Q3–Q5). */
export const standingRoutes = defineRoutes({
  changeCredentialStatus: {
    ...base,
    method: 'POST',
    path: `${credential}/status`,
    action: 'manage credentials',
    summary: 'Suspend a credential, or make it valid again after a suspension',
    description: 'A credential that lapsed becomes valid by recertification only.',
    body: z
      .strictObject({ status: z.enum(['valid', 'suspended']), reason: words('Say why, in a few words.') })
      .meta({ examples: [{ status: 'valid', reason: 'Two observed sessions without drift.' }] }),
    output: recertificationView,
  },
  getRecertification: {
    ...base,
    method: 'GET',
    path: `${credential}/recertification`,
    action: 'read supervision',
    summary: 'Read what a recertification still takes',
    output: recertificationView,
  },
  recordRecertification: {
    ...base,
    method: 'POST',
    path: `${credential}/recertification`,
    action: 'supervise',
    summary: 'Record a part of a recertification',
    description:
      'Coaches: an observed session, an outcomes brief and a peer review, every 12 to 18 months. Mentors: an outcomes brief, a peer review and a sponsor action, every year. With the last part the credential is renewed.',
    body: recertificationPart.meta({
      examples: [
        { part: 'peer review', heldOn: '2028-03-01', peerId: '01JGR2', note: 'Holds the contract, asks openly.' },
        {
          part: 'sponsor action',
          heldOn: '2028-02-20',
          what: 'Introduced the mentee to the head of operations.',
          evidence: 'The mentee joined the planning group on 1 March.',
        },
      ],
    }),
    output: recertificationView,
  },
  listOutcomesBriefs: {
    ...base,
    method: 'GET',
    path: `${selection}/outcomes-briefs`,
    action: 'read supervision',
    summary: 'List the outcomes briefs of a coach or mentor, oldest first',
    query: z.strictObject({
      service: z.enum(services).optional().meta({ description: 'Only as a coach, or only as a mentor' }),
      personId: personId.default('me').meta({ description: 'The person; yourself when left out' }),
    }),
    output: z.object({ items: z.array(briefView) }),
  },
  saveOutcomesBrief: {
    ...base,
    method: 'POST',
    path: `${selection}/outcomes-briefs`,
    action: 'log practice',
    summary: 'Hand in an outcomes brief; the next one is due 12 months later',
    description: 'Coaches and mentors hand in their own, without naming anybody; supervisors and leads for others.',
    body: outcomesBriefInput.extend({ personId: personId.default('me') }).meta({
      examples: [
        {
          service: 'coach',
          summary: 'Six engagements, all with a measured goal.',
          outcomes: [{ behaviour: 'Delegates decisions', evidence: '4 of 5 decisions a month, from 1 of 5.' }],
        },
      ],
    }),
    output: briefView,
  },
  getDelivery: {
    ...base,
    method: 'GET',
    path: `${selection}/deliveries/{personId}`,
    action: 'read credentials',
    summary: 'Read what a coach or mentor delivered, and whether they may go on being assigned',
    description:
      'Needs 80 % of planned sessions held (our default), a median of participant ratings of at least 4.0, and one evidenced behavioural outcome.',
    output: deliveryView,
  },
  saveDelivery: {
    ...base,
    method: 'PUT',
    path: `${selection}/deliveries/{personId}`,
    action: 'record deliveries',
    summary: 'Record what a coach or mentor delivered in this program so far',
    body: deliveryInput.meta({
      examples: [
        {
          service: 'coach',
          sessionsPlanned: 24,
          sessionsHeld: 22,
          coachedMinutes: 1320,
          ratings: [5, 4, 4.5],
          evidencedOutcomes: 2,
        },
      ],
    }),
    output: deliveryView,
  },
})

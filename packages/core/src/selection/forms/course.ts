import { z } from 'zod'
import { personId, sentence } from './field.ts'

/** Week 1: an option for each question of the scenario quiz. */
export const quiz = z.strictObject({ kind: z.literal('quiz'), answers: z.record(z.string(), z.string()) })

/** Week 2: a recorded feedback session of ten minutes, and the peers who are to look at it. */
export const recording = z.strictObject({
  kind: z.literal('recording'),
  link: z.url({ protocol: /^https$/, error: 'Must be an https address.' }).max(500),
  minutes: z.number().int().min(8, 'About ten minutes are asked for.').max(15, 'About ten minutes are asked for.'),
  peers: z.array(personId).min(1, 'Name a peer.').max(3),
})

export const peerReview = z.strictObject({
  kind: z.literal('peer-review'),
  /** Specific, about behaviour, with its effect, and with a request for the other's view. */
  specific: z.boolean(),
  aboutBehaviour: z.boolean(),
  invitesReply: z.boolean(),
  note: sentence(1000),
})

/** Week 3: how a hypothetical case is escalated. */
export const escalationFlow = z.strictObject({
  kind: z.literal('escalation-flow'),
  situation: sentence(1000),
  steps: z
    .array(z.strictObject({ who: sentence(120), does: sentence(500), within: sentence(60) }))
    .min(2, 'Name at least two steps.')
    .max(10),
})

/** Week 4 (S-M9): a network action that somebody can verify, due within 60 days. */
export const commitment = z.strictObject({
  kind: z.literal('commitment'),
  action: z.enum(['introduction', 'stretch assignment', 'panel or talk', 'recommendation', 'access to a forum']),
  what: sentence(500),
  verifiedBy: sentence(120),
  dueOn: z.iso.date(),
})

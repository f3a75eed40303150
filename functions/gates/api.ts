import { container } from '@pilotgate/aws/container'
import { toPackView } from '@pilotgate/contracts/gates/pack-views'
import { toTaskLinkView } from '@pilotgate/contracts/gates/task-link-views'
import { toTaskView } from '@pilotgate/contracts/gates/task-view'
import { toEvidenceView, toFactView, toGateView, toMailView } from '@pilotgate/contracts/gates/views'
import { answerTaskLink, readTaskLink } from '@pilotgate/core/gates/answer-task-link'
import { attestFact } from '@pilotgate/core/gates/attest-fact'
import { castVote } from '@pilotgate/core/gates/cast-vote'
import { completeTask } from '@pilotgate/core/gates/complete-task'
import { decideGate } from '@pilotgate/core/gates/decide-gate'
import { makePack } from '@pilotgate/core/gates/pack/make-pack'
import { listPacks, readPack } from '@pilotgate/core/gates/pack/read-packs'
import { readEarlySignal } from '@pilotgate/core/gates/read-early-signal'
import { readFact } from '@pilotgate/core/gates/read-fact'
import { readGate, readGates } from '@pilotgate/core/gates/read-gates'
import { renewTaskLink } from '@pilotgate/core/gates/renew-task-link'
import { whoAsks } from '@pilotgate/core/gates/who-asks'
import { listTasks, readTask } from '@pilotgate/core/program/read-program'
import { api } from '../lib/http/api.ts'

export const handler = api<'gates/api'>({
  listGates: async ({ work, actor, path }) => ({
    items: (await readGates(work.store, actor, path.programId!)).map(toGateView),
  }),
  getGate: async ({ work, actor, path }) => toGateView(await readGate(work.store, actor, path.programId!, path.gate!)),
  decideGate: async ({ work, actor, path, body }) => {
    await decideGate(work, actor, path.programId!, path.gate!, body)
    return toGateView(await readGate(work.store, actor, path.programId!, path.gate!))
  },
  voteOnGate: async ({ work, actor, path, body }) => {
    await castVote(work, actor, path.programId!, path.gate!, body)
    return toGateView(await readGate(work.store, actor, path.programId!, path.gate!))
  },
  listTasks: async ({ work, actor, path, query }) => {
    const page = await listTasks(work.store, actor, path.programId!, query)
    return { items: page.items.map((task) => toTaskView(task, work.now)), cursor: page.cursor }
  },
  getTask: async ({ work, actor, path }) => {
    const task = await readTask(work.store, actor, path.programId!, path.taskId!)
    return { ...toTaskView(task, work.now), askedBy: await whoAsks(work.store, task) }
  },
  answerTask: async ({ work, actor, path, body }) =>
    toTaskView(await completeTask(work, actor, path.programId!, path.taskId!, body), work.now),
  readTaskLink: async ({ work, body }) => toTaskLinkView(await readTaskLink(work.store, body.key, work.now), work.now),
  answerTaskLink: async ({ work, body: { key, ...input } }) =>
    toTaskLinkView(await answerTaskLink(work, key, input), work.now),
  renewTaskLink: ({ work, body }) => renewTaskLink(work, body.key),
  attestFact: async ({ work, actor, path, body }) =>
    toEvidenceView(await attestFact(work, actor, path.programId!, body)),
  getFact: async ({ work, actor, path }) => toFactView(await readFact(work, actor, path.programId!, path.fact!)),
  listEvidence: async ({ work, actor, path, query: { fact, ...page } }) => {
    const scope = { tenantId: actor.tenantId, scope: path.programId! }
    const { items, cursor } = await work.store.list('attestation', scope, {
      ...page,
      ...(fact && { prefix: `${fact}.` }),
    })
    return { items: items.map(toEvidenceView), cursor }
  },
  makePack: async ({ work, actor, path, body }) => toPackView(await makePack(work, actor, path.programId!, body)),
  listPacks: async ({ work, actor, path, query }) => {
    const { items, cursor } = await listPacks(work.store, actor, path.programId!, query)
    return { items: items.map(toPackView), cursor }
  },
  getPack: async ({ work, actor, path }) =>
    toPackView(await readPack(work.store, actor, path.programId!, path.packId!)),
  getPackPage: async ({ work, actor, path }) => (await readPack(work.store, actor, path.programId!, path.packId!)).html,
  getPackPdf: async ({ work, actor, path }) => {
    const { html } = await readPack(work.store, actor, path.programId!, path.packId!)
    return Buffer.from(await container().printer.pdf(html)).toString('base64')
  },
  getEarlySignal: ({ work, actor, path }) => readEarlySignal(work, actor, path.programId!, Number(path.day)),
  listMails: async ({ work, actor, path, query: { gate, ...page } }) => {
    const scope = { tenantId: actor.tenantId, scope: path.programId! }
    const { items, cursor } = await work.store.list('mail', scope, { ...page, ...(gate && { prefix: `${gate}.` }) })
    return { items: items.map(toMailView), cursor }
  },
})

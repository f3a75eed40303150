import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import type { FormName, SelectionForm } from '@pilotgate/core/selection/forms/forms'
import type { PathName } from '@pilotgate/core/selection/selection-path'
import { selectionMachine } from '@pilotgate/workflows/manifest'
import { sampleRows } from '../../../packages/local/src/seed/sample-company.ts'
import type { TaskView } from '../../../packages/local/src/simulate/answers.ts'
import {
  type Material,
  referenceFrom,
  selectionAnswer,
} from '../../../packages/local/src/simulate/selection-answers.ts'
import { header, people, runPilot, saveShortPilot } from '../pilot.ts'
import { everything, startPlatform } from '../platform.ts'

const at = 'nordlicht.example'
/** Who takes part in selections beside those of every small program. */
export const staff = {
  ...people,
  coachLead: `ines.ivanova@${at}`,
  mentorLead: `jakub.jensen@${at}`,
  matchingOwner: `hiro.hoffmann@${at}`,
  supervisor: `lars.lindgren@${at}`,
  manager: `priya.petrov@${at}`,
  /** External coaches, and an internal one who reports to the manager. */
  coach: `wanda.weber@${at}`,
  otherCoach: `xavier.xu@${at}`,
  internalCoach: `vera.vogel@${at}`,
  /** Two mentors who report to the manager. */
  mentor: `goran.gupta@${at}`,
  otherMentor: `leila.laurent@${at}`,
} as const

const roles: Partial<Record<keyof typeof staff, string>> = {
  owner: 'program owner',
  hrHead: 'hr head',
  learningDirector: 'learning director',
  sponsor: 'sponsor',
  transformationLead: 'transformation lead',
  lead: 'program lead',
  operations: 'learning operations',
  coachLead: 'coach lead',
  mentorLead: 'mentor lead',
  matchingOwner: 'matching owner',
  supervisor: 'supervisor',
  manager: 'manager',
  coach: 'coach',
  otherCoach: 'coach',
  internalCoach: 'coach',
  mentor: 'mentor',
  otherMentor: 'mentor',
  participant: 'participant',
  otherParticipant: 'participant',
}
const reports = ['internalCoach', 'mentor', 'otherMentor']

/** People with the names they sign in with; coaches have one place, mentors two. */
const roster = () =>
  [
    header,
    ...Object.entries(roles).map(([who, role]) => {
      const email = staff[who as keyof typeof staff]
      const places = role === 'coach' ? '1' : role === 'mentor' ? '2' : ''
      return `${email},${nameOf(email)},${role},Europe/Berlin,${reports.includes(who) ? staff.manager : ''},${places},`
    }),
    '',
  ].join('\n')

export const nameOf = (email: string): string => sampleRows().find((row) => row.email === email)!.name

/** What somebody answers to a task, where it matters. */
type Say = (material: Material, email: string) => SelectionForm | undefined

/** A platform with a running program, and clients that take part in its selections. */
export const startSelection = async (now = '2027-01-03T18:00:00Z', startDate = '2027-01-04') => {
  const platform = await startPlatform(now)
  await saveShortPilot(platform)
  const { owner, path, programId } = await runPilot(platform, startDate, { roster: roster() })
  const known = (await owner('listPeople', { path, query: { limit: 100 } })).items
  const idOf = (email: string): string => known.find((person) => person.email === email)!.personId
  const emailOf = (personId: string): string => known.find((person) => person.personId === personId)!.email
  const as = platform.as

  const later = (days: number) => platform.jumpTo(platform.clock.now() + days * 24 * 60 * 60 * 1000)
  const open = async (email: string, way: PathName): Promise<string> => {
    const body = { personId: 'me', path: way }
    const { candidacyId } = await (await as(email))('openCandidacy', { path, body })
    await platform.settled()
    return candidacyId
  }
  const tasksOf = async (candidacyId: string, status?: TaskView['status']): Promise<TaskView[]> => {
    const query = status ? { status } : {}
    const all = await everything((page) => owner('listTasks', { path, query: { ...query, ...page } }))
    return all.filter(({ selection }) => selection?.candidacyId === candidacyId)
  }
  /** The open task of a candidacy with this form, of the step when there are several. */
  const taskOf = async (candidacyId: string, requirement: string, email?: string): Promise<TaskView> => {
    const task = (await tasksOf(candidacyId, 'open')).find(
      ({ selection, personId }) => selection!.requirement === requirement && (!email || personId === idOf(email)),
    )
    if (!task) throw new Error(`No open task ${requirement} in ${candidacyId}.`)
    return task
  }
  const materialOf = async ({ taskId, personId }: TaskView): Promise<Material> =>
    (await as(emailOf(personId!)))('getTaskMaterial', { path: { ...path, taskId } })
  /** Answers a task as the person asked; without words of their own as somebody who does all well. */
  const answer = async (task: TaskView, said?: SelectionForm | Say): Promise<void> => {
    const email = emailOf(task.personId!)
    const material = await materialOf(task)
    const well = () => selectionAnswer(material, { email, chance: () => 0.5, now: platform.clock.now() })
    const given = (typeof said === 'function' ? said(material, email) : said) ?? well()
    await (await as(email))('answerTask', { path: { ...path, taskId: task.taskId }, body: { answer: given } })
  }
  /**
   * Answers all that is asked in a candidacy until nothing is open, or until a task of the requirement or step `until` comes up.
   * Practice under supervision takes its weeks.
   */
  const drive = async (candidacyId: string, { until, say }: { until?: string; say?: Say } = {}): Promise<void> => {
    let refereesNamed = false
    for (;;) {
      await platform.settled()
      if (refereesNamed) await giveReferences()
      const open = await tasksOf(candidacyId, 'open')
      const stop = open.some(({ selection }) => selection!.requirement === until || selection!.step === until)
      if (open.length === 0 || stop) return
      if (open.every(({ selection }) => selection!.requirement === 'practice')) {
        await later(31)
      }
      for (const task of open) await answer(task, say)
      refereesNamed = open.some(({ selection }) => selection!.requirement === 'referees')
    }
  }
  /** The keys in the mails to referees, by address. */
  const referenceKeys = async (): Promise<Map<string, string>> => {
    const asked = (await platform.mails()).filter(({ tags }) => tags.kind === 'reference-asked')
    return new Map(asked.map(({ to, text }) => [to[0]!, /\/reference#([\w-]+)/.exec(text!)![1]!]))
  }
  const giveReferences = async () => {
    for (const [email, key] of await referenceKeys()) {
      const read = await platform.send('POST', '/v1/references/read', { body: { key } })
      if (!(read.body as { open: boolean }).open) continue
      await platform.send('POST', '/v1/references', { body: { key, answer: referenceFrom(email) } })
      await platform.settled()
    }
  }
  const candidacy = (candidacyId: string) => owner('getCandidacy', { path: { ...path, candidacyId } })
  const stepOf = async (candidacyId: string, step: string) =>
    (await candidacy(candidacyId)).steps.find((each) => each.step === step)!
  const providerOf = async (email: string) =>
    (await owner('listProviders', { path, query: { limit: 100 } })).items.find(
      ({ personId }) => personId === idOf(email),
    )
  const mailsTo = async (email: string) => (await platform.mails()).filter(({ to }) => to[0] === email)
  const kindsTo = async (email: string) => (await mailsTo(email)).map(({ tags }) => tags.kind!)
  /** How the executions of a path ended, or that they run. */
  const executions = async (way: PathName): Promise<Record<string, string>> => {
    await platform.settled()
    const sfn = new SFNClient({})
    const machine = selectionMachine(way)
    const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:local-${machine.name}`
    const { executions: found = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }))
    return Object.fromEntries(found.map(({ name, status }) => [name!, status!]))
  }
  const executionOf = (candidacyId: string) => `${programId}-${candidacyId.replace('.', '-')}`
  return {
    platform,
    owner,
    as,
    path,
    programId,
    idOf,
    later,
    open,
    tasksOf,
    taskOf,
    materialOf,
    answer,
    drive,
    referenceKeys,
    candidacy,
    stepOf,
    providerOf,
    mailsTo,
    kindsTo,
    executions,
    executionOf,
  }
}

/** Says this to tasks of one form, and answers all others well. */
export const saying =
  <F extends FormName>(form: F, said: (material: Material, email: string) => SelectionForm | undefined): Say =>
  (material, email) =>
    material.form === form ? said(material, email) : undefined

/** The same mark in every dimension, and no to every binary rule unless said otherwise. */
export const scores = ({ rubric }: Material, mark: number, yes = false): SelectionForm => ({
  kind: 'scores',
  marks: Object.fromEntries(rubric!.dimensions.map(({ dimension }) => [dimension, mark])),
  rules: Object.fromEntries(rubric!.knockOuts.map(({ rule }) => [rule, yes])),
})

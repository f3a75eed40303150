import type { Body } from '@pilotgate/contracts/route'
import type { routes } from '@pilotgate/contracts/routes'
import { type ApiClient, signInAs } from './client.ts'
import { sampleProviders, sampleRoster, sampleRows } from './sample-company.ts'

const holding = (role: string): string => sampleRows().find(({ roles }) => roles.some((each) => each === role))!.email

export const sampleOwner = (): string => holding('program owner')

/** The programs that the sample program owner sees. */
const samplePrograms = async (origin: string) => {
  const owner = await signInAs(origin, sampleOwner())
  return (await owner('listPrograms')).items
}

const pilotName = 'Leadership pilot'

/** A template that the sample pilot runs on: a shipped one, or a copy of it that the owner makes first. */
export type SampleTemplate = {
  source: string
  copy?: { templateId: string; edit: Body<typeof routes.copyTemplate>['edit'] }
}

/** How many of the sample company's 30 leaders, and of its 20 coaches and mentors, take part. */
export type CohortSize = { leaders?: number; providers?: number }

/**
 * Sets up the sample pilot through the public HTTP API, as its owner and its legal counsel would: create, import the roster,
 * sign off, start. Each step looks first whether it was done, so that a setup that was broken off can be repeated.
 * @param startDate first day in the program's zone, `YYYY-MM-DD`
 * @param size how many of the 30 leaders take part, and of the 20 coaches and mentors; all unless said otherwise
 */
export const createSamplePilot = async (
  origin: string,
  startDate: string,
  { source, copy }: SampleTemplate = { source: 'leadership-pilot-24w' },
  { leaders, providers }: CohortSize = {},
): Promise<{ programId: string; owner: ApiClient }> => {
  const owner = await signInAs(origin, sampleOwner())
  const templateId = copy?.templateId ?? source
  // A draft for another day is left alone: its first day may be past.
  const known = (await owner('listPrograms')).items.find(
    (program) => program.name === pilotName && (program.status !== 'draft' || program.startDate === startDate),
  )
  if (known && known.status !== 'draft') return { programId: known.programId, owner }
  if (copy && !(await owner('listTemplates')).items.some((template) => template.templateId === templateId)) {
    await owner('copyTemplate', { path: { templateId: source }, body: copy })
  }
  const body = { name: pilotName, templateId, startDate, zone: 'Europe/Berlin' }
  const { programId } = known ?? (await owner('createProgram', { body }))
  await owner('importRoster', { path: { programId }, body: { csv: sampleRoster(leaders) } })
  await owner('importProviders', { path: { programId }, body: { csv: sampleProviders(providers) } })
  const legal = await signInAs(origin, holding('legal'))
  await legal('attestFact', {
    path: { programId },
    body: {
      fact: 'legal-sign-off',
      gate: 'W01',
      value: { kind: 'yes-no', yes: true },
      source: 'Data consent reviewed by legal',
    },
  })
  await owner('startProgram', { path: { programId }, body: { reason: 'Sample pilot of the local run' } })
  return { programId, owner }
}

/** Whether the setup of the sample pilot is still to be done, or was broken off. */
export const lacksSamplePilot = async (origin: string): Promise<boolean> =>
  (await samplePrograms(origin)).every(({ name, status }) => name === pilotName && status === 'draft')

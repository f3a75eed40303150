import { type ApiClient, signInAs } from './client.ts'
import { sampleRoster, sampleRows } from './sample-company.ts'

const holding = (role: string): string => sampleRows().find(({ roles }) => roles.some((each) => each === role))!.email

export const sampleOwner = (): string => holding('program owner')

/** The programs that the sample program owner sees. */
export const samplePrograms = async (origin: string) => {
  const owner = await signInAs(origin, sampleOwner())
  return (await owner('listPrograms')).items
}

/**
 * Sets up the sample pilot through the public HTTP API, as its owner and its legal counsel would: create, import the roster,
 * sign off, start.
 * @param startDate first day in the program's zone, `YYYY-MM-DD`
 */
export const createSamplePilot = async (
  origin: string,
  startDate: string,
): Promise<{ programId: string; owner: ApiClient }> => {
  const owner = await signInAs(origin, sampleOwner())
  const { programId } = await owner('createProgram', {
    body: { name: 'Leadership pilot', templateId: 'leadership-pilot-24w', startDate, zone: 'Europe/Berlin' },
    headers: { 'idempotency-key': 'sample-pilot' },
  })
  await owner('importRoster', { path: { programId }, body: { csv: sampleRoster() } })
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

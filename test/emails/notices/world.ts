import { ulids } from '@pilotgate/aws/ids'
import type { Event, EventType } from '@pilotgate/core/events'
import { askDecider } from '@pilotgate/core/gates/ask-decider'
import { attestFact } from '@pilotgate/core/gates/attest-fact'
import { evaluateGate } from '@pilotgate/core/gates/evaluate-gate'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { openWeek } from '@pilotgate/core/gates/open-week'
import { importRoster } from '@pilotgate/core/intake/import-roster'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { createProgram } from '@pilotgate/core/program/create-program'
import { findByEmail } from '@pilotgate/core/program/people'
import { startProgram } from '@pilotgate/core/program/start-program'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { fakeStore } from '../../contract/fakes/store.ts'
import { fakeWorkflows } from '../../contract/fakes/workflows.ts'

/** Ada owns the program and Jonas leads it; the committee is Ada, Hugo, Dora, Lena (sponsor) and Theo. */
const roster = `email;name;roles;zone;manager_email
ada@northwind.test;Ada Stein;program owner;Europe/Berlin;
jonas@northwind.test;Jonas Weber;program lead, learning operations, matching owner, coach lead, mentor lead;Europe/Berlin;
lena@northwind.test;Lena Brandt;sponsor;Europe/Berlin;
hugo@northwind.test;Hugo Hart;hr head;Europe/Berlin;
dora@northwind.test;Dora Diaz;learning director;Europe/Berlin;
theo@northwind.test;Theo Thiel;transformation lead;Europe/Berlin;
lea@northwind.test;Lea Legal;legal, finance, procurement, hr analytics, data owner;Europe/Berlin;
mia@northwind.test;Mia Manager;manager;Europe/Berlin;
carl@northwind.test;Carl Coach;coach;Europe/Berlin;
cora@northwind.test;Cora Coach;coach;Europe/Berlin;
mona@northwind.test;Mona Mentor;mentor;Europe/Berlin;
paul@northwind.test;Paul Part;participant;Europe/Berlin;mia@northwind.test
pia@northwind.test;Pia Part;participant;Europe/Berlin;mia@northwind.test
`
  .replaceAll(', ', '|')
  .replaceAll(';', ',')
  .replaceAll('|', ';')

export const tenantId = 'northwind'
export const site = { publicUrl: 'https://pilotgate.test', organisationName: () => 'Northwind Logistics' }

/** A running leadership pilot in memory. Times are given as local hours of its first weeks in Berlin (UTC+1). */
export const runningPilot = async () => {
  const store = fakeStore(ulids())
  const ids = ulids()
  const workflows = fakeWorkflows()
  const at = (now: string): Work => ({ store, ids, now })
  const begin = at('2027-01-04T07:00:00.000Z')
  const { id: programId } = await createProgram(
    begin,
    { tenantId, email: 'ada@northwind.test', name: 'Ada Stein' },
    {
      name: 'Leadership pilot 2027',
      templateId: 'leadership-pilot-24w',
      startDate: '2027-01-04',
      zone: 'Europe/Berlin',
      minimumCohort: 2,
    },
  )
  const actor = async (name: string): Promise<Actor> => {
    const person = (await findByEmail(store, tenantId, `${name}@northwind.test`))!
    const { roles } = (await store.get('member', { tenantId, scope: programId }, person.id))!
    return { tenantId, personId: person.id, roles }
  }
  const imported = await importRoster(begin, await actor('ada'), programId, roster)
  if (imported.problems.length > 0) throw new Error(JSON.stringify(imported.problems))
  const signed = {
    fact: 'legal-sign-off',
    gate: 'W01',
    value: { kind: 'yes-no', yes: true },
    source: 'Signed',
  } as const
  await attestFact(begin, await actor('lea'), programId, signed)
  await startProgram(begin, await actor('ada'), programId, 'Everyone is ready.')

  const ref = (gate: string) => ({ tenantId, programId, gate })
  const events = async (type: EventType) =>
    (await store.events({ tenantId, programId }, { limit: 1000 })).items.filter((event) => event.type === type)
  const last = async (type: EventType): Promise<Event> => (await events(type)).at(-1)!
  const notices = async (type: EventType): Promise<Notice[]> => noticesFor(store, await last(type), site)

  return {
    store,
    programId,
    scope: { tenantId, scope: programId },
    at,
    actor,
    ref,
    events,
    last,
    notices,
    open: (gate: string, now = '2027-02-08T08:00:00.000Z') => openWeek(at(now), ref(gate)),
    evaluate: (gate: string, now = '2027-02-12T15:00:00.000Z') => evaluateGate(at(now), ref(gate)),
    /** Opens, checks and asks: nobody has answered anything, so the gate is inconclusive. */
    async ask(gate: string) {
      await openWeek(at('2027-02-08T08:00:00.000Z'), ref(gate))
      await evaluateGate(at('2027-02-12T15:00:00.000Z'), ref(gate))
      await askDecider(at('2027-02-12T15:00:00.000Z'), workflows, ref(gate), 'token')
    },
  }
}
export type Pilot = Awaited<ReturnType<typeof runningPilot>>

/** Who gets what, as `ada: decision-needed`, in the order of names. */
export const who = (found: Notice[]): string[] =>
  found.map(({ to, kind }) => `${to.replace('@northwind.test', '')}: ${kind}`).toSorted()

/** The mail of one person. */
export const mailTo = (found: Notice[], name: string, kind?: string): Notice =>
  found.find((each) => each.to === `${name}@northwind.test` && (kind === undefined || each.kind === kind))!

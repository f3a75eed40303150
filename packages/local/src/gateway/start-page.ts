import { html } from 'hono/html'
import { type DoorPerson, type DoorProgram, type Page, page, partOf } from './door-frame.ts'

type Shown = { origin: string; now: number; people: DoorPerson[]; programs: DoorProgram[] }

/** `Mon 4 Jan 2027, 09:00 (Europe/Berlin)` */
const when = (at: number, zone: string): string => {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return `${new Intl.DateTimeFormat('en-GB', { ...day, ...time, timeZone: zone }).format(at)} (${zone})`
}

/** A command to paste; single quotes in it stay what they are. */
const command = (what: string, text: string): Page => html`<li>${what}<pre tabindex="0"><code>${text}</code></pre></li>`

const programState = ({ programId, name, status, currentGate, nextDue, zone }: DoorProgram): Page => html`<li>
<a href="/programs/${programId}"><strong>${name}</strong></a>
<dl><dt>Status</dt><dd>${status}</dd>
<dt>Current gate</dt><dd>${currentGate ? html`<a href="/programs/${programId}/gates/${currentGate}">${currentGate}</a>` : 'none yet'}</dd>
${nextDue ? html`<dt>Next due</dt><dd>${when(Date.parse(nextDue), zone)}</dd>` : ''}
<dt>Zone</dt><dd>${zone}</dd></dl></li>`

/** The first Monday at least a week after `now`: a start date that is not past. */
const aMonday = (now: number): string => {
  const day = new Date(now + 7 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7))
  return day.toISOString().slice(0, 10)
}

const steps = ({ origin, now, people, programs }: Shown): Page => {
  const person = people.find(({ roles }) => roles.includes('program owner')) ?? people[0]
  const program = programs[0]
  const json = `-H 'content-type: application/json'`
  const signedIn = `-H "authorization: Bearer $TOKEN"`
  const email = person?.email ?? 'someone@example.com'
  const draft = {
    name: 'My first program',
    templateId: 'leadership-pilot-24w',
    startDate: aMonday(now),
    zone: 'Europe/Berlin',
  }
  return html`<ol>
${command(
  `Get a token as ${person ? `${person.name} (${partOf(person)})` : 'a sample person'}:`,
  `TOKEN=$(curl -s ${origin}/sign-in/token ${json} -d '{"email":"${email}"}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
)}
${
  program
    ? command(
        'See where the program stands:',
        `curl -s '${origin}/v1/programs/${program.programId}/timeline' ${signedIn}`,
      )
    : command('Set up a program:', `curl -s ${origin}/v1/programs ${json} ${signedIn} -d '${JSON.stringify(draft)}'`)
}
${command('Move time to the next moment at which something is due:', `curl -s -X POST ${origin}/local/clock/jump ${json} -d '{}'`)}
</ol>`
}

/** The start page: what runs here, what time it is, and what to do next. */
export const startPage = (shown: Shown): Page => {
  const { now, people, programs } = shown
  const zones = [...new Set(['UTC', ...programs.map(({ zone }) => zone)])]
  return page(
    'Pilotgate',
    html`<h1>Pilotgate</h1>
<p>Pilotgate runs leadership coaching and mentoring programs week by week. Each week ends at a gate: it is measured, passes or
fails, and someone with the authority decides how the program goes on. Here the whole platform runs on your own machine.</p>
<h2>Time</h2>
<p>It is now</p><ul class="plain times">${zones.map((zone) => html`<li><time datetime="${new Date(now).toISOString()}">${when(now, zone)}</time></li>`)}</ul>
<p class="quiet">This is the virtual time of the run; reload the page to see it move.</p>
<h2>Programs</h2>
${programs.length ? html`<ul class="plain cards">${programs.map(programState)}</ul>` : html`<p>There is no program yet. The steps below set one up.</p>`}
<h2>Look around</h2>
<ul><li><a href="/api">API</a>: every operation, to read and to try out</li>
<li><a href="/mailbox">Mailbox</a>: every mail sent here; none has left this machine</li>
<li><a href="/emails">Mail previews</a>: each mail with sample data</li></ul>
<h2>Next steps</h2><p>Paste these into a terminal, one after the other.</p>
${steps(shown)}
<h2>Sample people</h2>
<p>There are no passwords: <code>POST /sign-in/token</code> with an e-mail address gives a token for that person.</p>
${
  people.length
    ? html`<details><summary>${people.length} people</summary><ul class="plain">${people.map(
        (person) =>
          html`<li>${person.name}<br><span class="quiet">${[person.email, partOf(person), person.tenant].filter(Boolean).join(' · ')}</span></li>`,
      )}</ul></details>`
    : html`<p>There are none yet. Load the sample data, then reload this page.</p>`
}`,
  )
}

// The pages of a program, a gate and a task: signs in as the person chosen and asks the public API. Looking changes nothing.

import { bullets, make, problemBox, send, text } from './elements.js'
import { fieldsFor } from './form.js'

// The local sign-in knows its pages by this address.
if (location.hostname === 'localhost') location.hostname = '127.0.0.1'

const place = document.getElementById('place')
const who = document.getElementById('who')
const { program: programId, gate: gateId, task: taskId, candidacy: candidacyId, pack: packId } = place.dataset
const page = `/programs/${encodeURIComponent(programId)}`
let token
let zone = 'UTC'

const link = (href, label) => make('a', { href }, label)
const row = ([name, value]) => value && [text('dt', name), text('dd', value)]
const facts = (rows) => text('dl', Object.entries(rows).flatMap(row))
const cards = (items, empty) =>
  items.length ? make('ul', { className: 'plain cards' }, ...items.map((item) => text('li', item))) : text('p', empty)

const dateAndTime = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
}
const when = (at) =>
  at && `${new Intl.DateTimeFormat('en-GB', { ...dateAndTime, timeZone: zone }).format(new Date(at))} (${zone})`

const signedIn = () => (token ? { authorization: `Bearer ${token}` } : {})
const api = (path, body) => send(`/v1${page}${path}`, body, signedIn())

/** A part of the page that may be refused on its own: a participant sees their tasks, but not the gates. */
const part = (load) => load().catch((error) => [problemBox(error)])

const questions = {
  yes: 'Is it so?',
  count: 'How many?',
  part: 'How many of them?',
  whole: 'Out of how many?',
  rating: 'Your rating, from 1 (lowest) to 5 (highest)',
  change: 'Change against the start, from −4 to 4; above 0 is better',
}

const hintsOfQuestions = Object.fromEntries(Object.entries(questions).map(([name, label]) => [name, { label }]))

/** `Who is in the panel? At least 3: hr head, supervisor, sponsor` */
const panelOf = (rubric) =>
  rubric &&
  [`Who is in the panel? At least ${rubric.minimumPanel}`, rubric.composition.join(', ')].filter(Boolean).join(': ')

/** What the material of a selection's task tells its form: what to score, whom to choose from, which version is signed. */
const hintsOf = ({ rules, rubric, document: signed, quiz, eligible }) => {
  const people = eligible?.map(({ personId, name, roles }) => ({
    value: personId,
    label: [name, ...roles].join(', '),
  }))
  const found = rules.map(({ rule, words }) => ({ label: `${rule}: ${words}`, fixed: { rule } }))
  const marks = rubric?.dimensions.map(({ dimension, words, anchors: { one, three, five } }) => ({
    key: dimension,
    label: `${words}. 1: ${one} 3: ${three} 5: ${five}`,
  }))
  const asked = quiz?.map(({ question, words }) => ({ key: question, label: words }))
  const options = quiz?.map(({ question, options: all }) => [
    `answers.${question}`,
    { options: all.map(({ option, words }) => ({ value: option, label: words })) },
  ])
  return {
    findings: { rows: found },
    marks: { keys: marks ?? [] },
    rules: { keys: rubric?.knockOuts.map(({ rule, words }) => ({ key: rule, label: words })) ?? [] },
    answers: { keys: asked ?? [] },
    version: { fixed: signed?.version },
    holdUntil: { label: 'When something is missing: until which day may it come? Two weeks' },
    reject: { label: 'Only to turn the candidate down for good: the reasons, which they are told' },
    revertedToTelling: { label: 'Did they revert to telling under pressure?' },
    name: { label: 'Sign with your name' },
    protectedPercent: { label: 'Protected share of working time, in per cent (10 to 20); the manager says it' },
    dueOn: { label: 'Done by, at most 60 days from today' },
    meetsOn: { label: 'Day on which the panel meets' },
    ...(people && {
      members: { options: people, label: panelOf(rubric) },
      peers: { options: people },
      conflicts: { options: people, label: 'Whom must you not be matched with, or judged by?' },
    }),
    ...Object.fromEntries(options ?? []),
  }
}

/** The form of a task. What is refused is shown below it; what was typed stays. */
const taskForm = ({ form, kind }, hints) => {
  const fields = form && fieldsFor(form, { hints })
  const note = text(
    'div',
    make('label', { htmlFor: 'note' }, 'Note (if you like)'),
    make('textarea', { id: 'note', name: 'note' }),
  )
  const button = text('button', form ? 'Send the answer' : 'It is done')
  const result = text('div')
  // What a selection or an instrument needs to know has its own field in the form.
  const noted = kind === 'attest' || kind === 'do'
  const element = text('form', fields?.element, noted && note, button, result)
  element.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    try {
      const said = new FormData(element).get('note')?.trim()
      const body = { ...(fields && { answer: fields.value() }), ...(said && { note: said }) }
      await api(`/tasks/${encodeURIComponent(taskId)}/answer`, body)
      await show()
      place.prepend(make('p', { className: 'done', role: 'status' }, 'Saved. Thank you.'))
    } catch (error) {
      result.replaceChildren(problemBox(error))
      result.firstChild.focus()
    }
    button.disabled = false
  })
  return element
}

const due = ({ dueAt, overdue }) => `${when(dueAt)}${overdue ? ', overdue' : ''}`
const taskCard = (task) => [
  link(`${page}/tasks/${encodeURIComponent(task.taskId)}`, task.title),
  facts({ Gate: task.gate, For: task.role, Due: due(task) }),
]
const weekCard = ({ gate, title, status, outcome, value, decision, decidedBy, checksAt, waitsFor }) => [
  link(`${page}/gates/${gate}`, `${gate} ${title}`),
  facts({
    Status: status,
    Outcome: outcome && make('span', { className: outcome }, [outcome, value].filter(Boolean).join(': ')),
    Decision: decision && [decision, decidedBy].filter(Boolean).join(', by '),
    Checked: status !== 'closed' && when(checksAt),
    'Waits for': status.startsWith('awaiting') && waitsFor,
  }),
]
const showProgram = async ({ name, status, currentGate, startDate, result }) => [
  text('h1', name),
  facts({ Status: status, 'Current gate': currentGate, Starts: startDate, Zone: zone, Result: result }),
  text('h2', 'Open tasks'),
  ...(await part(async () => {
    const { items, cursor } = await api('/tasks?status=open&limit=100')
    return [cards(items.map(taskCard), 'No task is open here for you.'), cursor && text('p', 'The API lists more.')]
  })),
  text('h2', 'Candidacies'),
  ...(await part(async () => {
    const { items } = await api('/candidacies?limit=100')
    return [cards(items.map(candidacyCard), 'Nobody is on the way to become a coach or mentor.')]
  })),
  text('h2', 'Timeline'),
  ...(await part(async () => [
    cards((await api('/timeline')).weeks.map(weekCard), 'The plan appears with the start.'),
  ])),
]

const look = ({ outcome, value, at, round, reasons, conditions }) => [
  make('strong', { className: outcome }, `${outcome}: ${value}`),
  facts({ Checked: when(at), Round: String(round), Why: reasons.join(' ') }),
  bullets(
    conditions.map(({ fact, result, reason, source }) => {
      const from = source && `Source: ${source.how} by ${source.by.join(', ')}, ${when(source.at)}.`
      return [`${fact}: ${result}.`, reason, from].filter(Boolean).join(' ')
    }),
  ),
]
const choice = ({ choice, reason, by, personId, at, plan, recheckOn, packId: pack }) => [
  text('strong', choice),
  facts({ By: by ?? personId, At: when(at), Why: reason, Plan: plan, 'Recheck on': recheckOn, 'On the pack': pack }),
]
const packCard = ({ packId: id, edition, round, madeAt, rag }) => [
  link(`${page}/packs/${encodeURIComponent(id)}`, `Round ${round}, edition ${edition}`),
  facts({ Made: when(madeAt), Status: rag }),
]
/** A link that opens what the API gives in a tab of its own; the token stays here. */
const fileLink = (blob, label) => make('a', { href: URL.createObjectURL(blob), target: '_blank' }, label)
const pdfButton = () => {
  const button = text('button', 'Make a PDF')
  const result = text('div', button)
  button.addEventListener('click', async () => {
    button.disabled = true
    const path = `/v1${page}/packs/${encodeURIComponent(packId)}/pdf`
    const response = await fetch(path, { headers: signedIn() })
    const refused = response.ok ? undefined : await response.json()
    result.replaceChildren(
      refused ? problemBox({ message: refused.detail }) : fileLink(await response.blob(), 'Open the PDF'),
    )
  })
  return result
}
const showPack = async () => {
  const { about, round, edition, madeAt, rag, html } = await api(`/packs/${encodeURIComponent(packId)}`)
  return [
    text('h1', `Steering pack ${about}`),
    facts({ Made: when(madeAt), Round: String(round), Edition: String(edition), Status: rag }),
    text('p', fileLink(new Blob([html], { type: 'text/html; charset=utf-8' }), 'Open the pack')),
    pdfButton(),
  ]
}
const showGate = async () => {
  const gate = await api(`/gates/${encodeURIComponent(gateId)}`)
  const packs = (await api(`/packs?about=${encodeURIComponent(gateId)}`)).items
  const waits = gate.status.startsWith('awaiting')
  const how = [
    'Choices: ',
    gate.choices.join(', '),
    '. Decide through the ',
    link('/api#/Gates/decideGate', 'API'),
    '.',
  ]
  return [
    text('h1', `${gate.gate} ${gate.title}`),
    waits && make('p', { className: 'waits' }, ...how),
    facts({ Status: gate.status, Week: String(gate.week), 'Passes when': gate.criterion }),
    facts({ Opens: when(gate.opensAt), Checked: when(gate.checksAt) }),
    text('h2', 'Measured'),
    cards(gate.evaluations.toReversed().map(look), 'Nothing is measured yet.'),
    ...(gate.decides === 'steering'
      ? [text('h2', 'Votes'), cards(gate.votes.map(choice), 'Nobody has voted yet.')]
      : []),
    packs.length > 0 && text('h2', 'Steering packs'),
    packs.length > 0 && cards(packs.toReversed().map(packCard)),
    text('h2', 'Decisions'),
    cards(gate.decisions.toReversed().map(choice), 'Nothing is decided yet.'),
    text('h2', "The week's work"),
    bullets(gate.work),
  ]
}

const inWords = ({ kind, ...values }) =>
  Object.entries(values).map(
    ([name, value]) => `${questions[name] ?? name} ${{ true: 'Yes', false: 'No' }[value] ?? value}`,
  )
/** Anything that was answered, as lists of names and values. */
const shown = (value) => {
  if (Array.isArray(value))
    return value.every((each) => typeof each !== 'object') ? value.join(', ') : bullets(value.map(shown))
  if (typeof value !== 'object') return { true: 'Yes', false: 'No' }[value] ?? String(value)
  return facts(
    Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'kind')
        .map(([name, each]) => [name, shown(each)]),
    ),
  )
}
const materialOf = ({ candidateName, stepTitle, missing, document: signed, answers }) => [
  facts({ Candidate: candidateName, Step: stepTitle, 'Was missing': missing.join(' ') }),
  signed && text('h2', signed.title),
  ...(signed?.paragraphs ?? []).map((paragraph) => text('p', paragraph)),
  ...answers.flatMap(({ byName, at, answer }) => [text('h2', `From ${byName}, ${when(at)}`), shown(answer)]),
]
const showTask = async () => {
  const task = await api(`/tasks/${encodeURIComponent(taskId)}`)
  const { title, why, kind, role, status, answer, note, doneAt } = task
  const selects = kind === 'select'
  const material = selects && (await api(`/tasks/${encodeURIComponent(taskId)}/material`))
  const gate = selects ? task.gate : link(`${page}/gates/${task.gate}`, task.gate)
  const here = ['attest', 'do', 'select', 'engage', 'collect'].includes(kind)
  const waiting = here
    ? taskForm(task, selects ? hintsOf(material) : kind === 'attest' ? hintsOfQuestions : {})
    : text('p', 'This is done at the gate: ', link(`${page}/gates/${task.gate}`, task.gate))
  return [
    text('h1', title),
    text('p', why),
    facts({ [selects ? 'Rule' : 'Gate']: gate, For: role, Status: status, Due: status === 'open' && due(task) }),
    facts({ Answer: answer && inWords(answer).join(' '), Note: note, 'Done at': when(doneAt) }),
    ...(material ? materialOf(material) : []),
    status === 'open' && waiting,
  ]
}

const resultOf = ({ overall, dimensions, disagreement }) => [
  facts({
    'Median of all marks': String(overall),
    ...Object.fromEntries(dimensions.map(({ words, median, spread }) => [words, `${median}, spread ${spread}`])),
    Disagreement: disagreement && 'Two marks or more apart: the panel should talk.',
  }),
]
const roundCard = ({ round, status, openedAt, dueAt, until, missing, reasons, result }) => [
  text('strong', `Round ${round}: ${status}`),
  facts({ Opened: when(openedAt), Due: status === 'open' && when(dueAt), 'On hold until': when(until) }),
  bullets([...(missing ?? []), ...(reasons ?? [])]),
  ...(result ? resultOf(result) : []),
]
const showCandidacy = async () => {
  const candidacy = await api(`/candidacies/${encodeURIComponent(candidacyId)}`)
  const { name, path, status, nomination, openedAt, closedAt, reasons, steps, answers, commitment } = candidacy
  return [
    text('h1', `${name}, ${path.replace('-', ' ')}`),
    facts({ Status: status, Opened: when(openedAt), Closed: when(closedAt), Nominated: nomination?.why }),
    bullets(reasons ?? []),
    ...steps.flatMap(({ rule, title, status: at, rounds }) => [
      text('h2', `${rule} ${title}`),
      cards(rounds.map(roundCard), at === 'planned' ? 'Not begun.' : at),
    ]),
    commitment && text('h2', 'Sponsor action'),
    commitment && shown(commitment),
    answers.length > 0 && text('h2', 'Answers'),
    ...answers.flatMap(({ byName, at, answer }) => [text('h3', `${byName}, ${when(at)}`), shown(answer)]),
  ]
}
const candidacyCard = ({ candidacyId: id, name, path, status, at }) => [
  link(`${page}/candidacies/${encodeURIComponent(id)}`, `${name}, ${path.replace('-', ' ')}`),
  facts({ Status: status, At: at.map(({ title, status: how }) => `${title} (${how})`).join(', ') }),
]

/** Shows the page as the person chosen; a later choice wins over one that is still loading. */
let latest = 0
const show = async () => {
  latest += 1
  const turn = latest
  const content = await part(async () => {
    token = undefined
    token = (await send('/sign-in/token', { email: who.value })).access_token
    const program = await api('')
    zone = program.zone
    if (gateId) return showGate()
    if (packId) return showPack()
    if (candidacyId) return showCandidacy()
    return taskId ? showTask() : showProgram(program)
  })
  if (turn === latest) place.replaceChildren(...content.filter(Boolean))
  document.title = place.querySelector('h1')?.textContent ?? document.title
}

const start = () => {
  if (who.value) place.replaceChildren(make('p', { className: 'quiet' }, 'Loading …'))
  if (who.value) show()
}
const remembered = sessionStorage.getItem('act-as')
if ([...who.options].some(({ value }) => value === remembered)) who.value = remembered
who.addEventListener('change', () => {
  sessionStorage.setItem('act-as', who.value)
  start()
})
start()

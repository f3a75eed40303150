// The bar at the foot of every page of a local run: clock, sample people, mailbox. It asks only the local runtime.

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const ask = async (path, body) => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/local/clock${path}`, body && post)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail)
  return answer
}

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }
const inWords = (at) => `${new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' }).format(new Date(at))} (UTC)`

const speeds = [
  ['0', 'Paused'],
  ['1', 'Real time'],
  ['60', 'A minute a second'],
  ['3600', 'An hour a second'],
  ['86400', 'A day a second'],
]

const clock = () => {
  const time = make('time')
  const said = make('output', { className: 'said' })
  const speed = make('select', { id: 'bar-speed' }, ...speeds.map(([value, label]) => make('option', { value }, label)))
  const until = make('select', { id: 'bar-until' })
  const jump = make('button', { type: 'button' }, 'Jump')
  const jumps = [
    ['due', 'to the next due time'],
    ['day', 'by a day'],
    ['week', 'by a week'],
  ]
  until.append(...jumps.map(([value, label]) => make('option', { value }, label)))
  let now

  const show = (status) => {
    now = Date.parse(status.now)
    time.dateTime = status.now
    time.textContent = inWords(status.now)
    const value = status.running ? String(status.speed) : '0'
    if (document.activeElement !== speed && [...speed.options].some((each) => each.value === value)) speed.value = value
  }
  const attempt = async (doing, work) => {
    said.textContent = doing
    speed.disabled = jump.disabled = true
    try {
      show(await work())
      said.textContent = ''
      // Pages that are open read what has changed.
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    } catch (error) {
      said.textContent = error.message
    }
    speed.disabled = jump.disabled = false
  }
  speed.addEventListener('change', () =>
    attempt('', () => (speed.value === '0' ? ask('/pause', {}) : ask('/run', { speed: Number(speed.value) }))),
  )
  const days = { day: 1, week: 7 }
  const target = () =>
    until.value === 'due' ? {} : { to: new Date(now + days[until.value] * 86_400_000).toISOString() }
  jump.addEventListener('click', () => attempt('Jumping …', () => ask('/jump', target())))
  const refresh = () => document.hidden || jump.disabled || ask('').then(show, () => {})
  refresh()
  setInterval(refresh, 2000)
  return [
    make('span', { className: 'group' }, 'Virtual time ', time),
    make('span', { className: 'group' }, make('label', { htmlFor: 'bar-speed' }, 'Clock '), speed),
    make(
      'span',
      { className: 'group' },
      jump,
      make('label', { htmlFor: 'bar-until', className: 'hidden' }, 'How far'),
      until,
    ),
    said,
  ]
}

const people = () => {
  const choose = make('select', { id: 'bar-who' }, make('option', { value: '' }, 'choose a person'))
  fetch('/local/people')
    .then((response) => response.json())
    .then((all) => {
      const label = ({ name, title, roles }) => [name, title || roles.join(', ')].filter(Boolean).join(', ')
      choose.append(...all.map((person) => make('option', { value: person.email }, label(person))))
    })
  choose.addEventListener('change', () => {
    if (!choose.value) return
    const to = location.pathname + location.search
    location.assign(`/switch?${new URLSearchParams({ to, hint: choose.value })}`)
  })
  return make('span', { className: 'group' }, make('label', { htmlFor: 'bar-who' }, 'Act as '), choose)
}

const bar = make(
  'aside',
  { id: 'local-bar', ariaLabel: 'Local run' },
  make('strong', {}, 'Local run'),
  ...clock(),
  people(),
  make(
    'span',
    { className: 'group' },
    make('a', { href: '/mailbox' }, 'Mailbox'),
    make('a', { href: '/local/hr' }, 'HR system'),
    make('a', { href: '/api' }, 'API'),
  ),
)
const place = () => document.getElementById('bottom').append(bar)
if (document.getElementById('bottom')) place()
else document.addEventListener('DOMContentLoaded', place)

// The page of a referee: reads what is asked with the key of the link, and sends the reference.
import { make, problemBox, send, text } from './elements.js'
import { fieldsFor } from './form.js'

const place = document.getElementById('place')
const key = location.hash.slice(1)

const labels = {
  behaviourChanged: 'Did you see that behaviour changed?',
  whatChanged: 'What do people do differently now?',
  measuredBy: 'How could one tell?',
  confidentialityKept: 'Was what was said in confidence kept so?',
  recommend: 'Would you take this coach again? From 1 (no) to 5 (at once)',
}
const hints = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]))

const form = (schema) => {
  const fields = fieldsFor(schema, { hints })
  const button = text('button', 'Send the reference')
  const result = text('div')
  const element = text('form', fields.element, button, result)
  element.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    try {
      await send('/v1/references', { key, answer: fields.value() })
      await show()
    } catch (error) {
      result.replaceChildren(problemBox(error))
      result.firstChild.focus()
    }
    button.disabled = false
  })
  return element
}

const when = (at) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at))

const show = async () => {
  const {
    candidateName,
    service,
    programName,
    refereeName,
    organisation,
    answeredAt,
    dueAt,
    open,
    form: schema,
  } = await send('/v1/references/read', { key })
  const wants = `Dear ${refereeName}, ${candidateName} wants to be a ${service} in "${programName}" and named you at ${organisation}.`
  const received = `Thank you. Your reference was received on ${when(answeredAt ?? dueAt)}.`
  place.replaceChildren(
    text('h1', `A reference for ${candidateName}`),
    text('p', wants),
    ...(answeredAt ? [make('p', { className: 'done', role: 'status' }, received)] : []),
    ...(!answeredAt && !open ? [text('p', 'The reference is no longer needed. Thank you for your willingness.')] : []),
    ...(open
      ? [
          text('p', 'It takes about five minutes. Only those who select the coaches read it.'),
          text('p', `Please answer by ${when(dueAt)}.`),
          form(schema),
        ]
      : []),
  )
}

if (key) show().catch((error) => place.replaceChildren(problemBox(error)))
else place.replaceChildren(problemBox(new Error('The link is not whole. Open it from your mail again.')))

// What the pages of the door are made of: elements, problems, and requests to the API.

/** An element; texts are put in as texts, never as HTML. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.flat().filter(Boolean))
  return element
}
export const text = (tag, ...children) => make(tag, {}, ...children)
export const bullets = (items) => items.length > 0 && text('ul', ...items.map((item) => text('li', item)))

export const problemBox = ({ message, problems = [] }) => {
  const fields = problems.map(({ field, problem }) => `${field}: ${problem}`)
  return make('div', { className: 'problem', role: 'alert', tabIndex: -1 }, text('p', message), bullets(fields))
}

/** Asks for a path, or posts a body to it; a refusal is thrown with its reason and the fields it names. */
export const send = async (path, body, headers = {}) => {
  const posted = body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, ...posted },
    body: body && JSON.stringify(body),
  })
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  const reason = answer.detail ?? answer.error_description ?? `The server answered ${response.status} without a reason.`
  throw Object.assign(new Error(reason), { problems: answer.problems })
}

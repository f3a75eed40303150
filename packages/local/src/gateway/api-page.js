// Starts the viewer of /api. `SwaggerUIBundle` comes from swagger-ui-dist.

if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.classList.add('dark-mode')

/** Searches summary, path and name of operations; the viewer by itself searches only the names of groups. */
const searchOperations = () => ({
  fn: {
    opsFilter: (groups, phrase) => {
      const words = phrase.toLowerCase().split(/\s+/).filter(Boolean)
      const fits = (operation, group) => {
        const said = operation.get('operation')
        const text = [
          group,
          operation.get('method'),
          operation.get('path'),
          said.get('operationId'),
          said.get('summary'),
        ]
        return words.every((word) => text.join(' ').toLowerCase().includes(word))
      }
      return groups
        .map((group, name) => group.update('operations', (all) => all.filter((operation) => fits(operation, name))))
        .filter((group) => group.get('operations').size > 0)
    },
  },
})

// The local sign-in knows its pages by this address.
if (location.hostname === 'localhost') location.hostname = '127.0.0.1'

const ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#viewer',
  deepLinking: true,
  filter: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
  plugins: [searchOperations],
  onComplete: () => {
    const search = document.querySelector('.operation-filter-input')
    if (search) search.placeholder = 'Search: summary, path or name'
  },
})

const form = document.getElementById('act-as')
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const said = form.querySelector('output')
  const email = document.getElementById('email').value
  said.textContent = 'Signing in …'
  try {
    const response = await fetch('/sign-in/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(answer.error_description)
    ui.preauthorizeApiKey('bearer', answer.access_token)
    said.textContent = `Signed in as ${email}`
  } catch (error) {
    said.textContent = `Not signed in: ${error.message}`
  }
})

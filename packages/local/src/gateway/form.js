// Fields for a JSON Schema, and the value that they hold. What only the task's material knows comes in as hints, by the dotted
// path of the property: `options` to choose from, `keys` of a table, or a `label`.

import { make } from './elements.js'

/** `holdUntil` → `Hold until` */
const inWords = (name) => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

let made = 0
const labelled = (label, input, optional) => {
  made += 1
  input.id = `field-${made}`
  return make('div', {}, make('label', { htmlFor: input.id }, optional ? `${label} (if you like)` : label), input)
}

const yesNo = (label, optional) => {
  made += 1
  const option = (value, said) => {
    const input = make('input', { type: 'radio', name: `choice-${made}`, value, required: !optional })
    return [input, make('label', {}, input, ` ${said}`)]
  }
  const [yes, yesLabel] = option('true', 'Yes')
  const [no, noLabel] = option('false', 'No')
  const element = make('fieldset', {}, make('legend', {}, label), yesLabel, noLabel)
  return { element, value: () => (yes.checked ? true : no.checked ? false : undefined) }
}

const oneOf = (label, options, optional) => {
  const list = options.map(({ value, label: said }) => make('option', { value }, said))
  const select = make('select', { required: !optional }, make('option', { value: '' }, 'Choose'), ...list)
  return { element: labelled(label, select, optional), value: () => select.value || undefined }
}

const someOf = (label, options) => {
  const boxes = options.map(({ value, label: said }) => {
    const input = make('input', { type: 'checkbox', value })
    return [input, make('label', {}, input, ` ${said}`)]
  })
  const list = make('div', { className: 'options' }, ...boxes.map(([, each]) => each))
  const element = make('fieldset', {}, make('legend', {}, label), list)
  return { element, value: () => boxes.flatMap(([input]) => (input.checked ? [input.value] : [])) }
}

const typeOf = { date: 'date', email: 'email', uri: 'url' }

const line = (schema, label, optional) => {
  const long = (schema.maxLength ?? 0) > 200
  const input = long
    ? make('textarea', { required: !optional })
    : make('input', { type: typeOf[schema.format] ?? 'text', required: !optional })
  if (schema.maxLength) input.maxLength = schema.maxLength
  return { element: labelled(label, input, optional), value: () => input.value.trim() || undefined }
}

const amount = (schema, label, optional) => {
  const { minimum = '', maximum, type } = schema
  const input = make('input', {
    type: 'number',
    step: type === 'integer' ? '1' : 'any',
    min: minimum,
    required: !optional,
  })
  if (maximum < Number.MAX_SAFE_INTEGER) input.max = maximum
  return {
    element: labelled(label, input, optional),
    value: () => (input.value === '' ? undefined : Number(input.value)),
  }
}

const lines = (label, optional) => {
  const input = make('textarea', { required: !optional })
  const value = () =>
    input.value
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean)
  return {
    element: labelled(`${label}, one on each line`, input, optional),
    value: () => (optional && value().length === 0 ? undefined : value()),
  }
}

/** A list of things of several fields each: begins with as many as there must be. */
const several = (schema, label, optional, inner) => {
  const rows = []
  const box = make('div')
  const add = () => {
    const row = inner()
    rows.push(row)
    box.append(row.element)
  }
  for (let count = 0; count < Math.max(schema.minItems ?? 0, optional ? 0 : 1); count += 1) add()
  const button = make('button', { type: 'button', className: 'quiet', onclick: add }, 'Add another')
  const element = make('fieldset', {}, make('legend', {}, label), box, button)
  return { element, value: () => rows.map((row) => row.value()).filter((each) => each !== undefined) }
}

const group = (label, parts) => {
  const element = make(
    'fieldset',
    {},
    label && make('legend', {}, label),
    ...Object.values(parts).map((part) => part.element),
  )
  const value = () => {
    const all = Object.entries(parts).map(([name, part]) => [name, part.value()])
    const known = all.filter(([, each]) => each !== undefined)
    return known.length > 0 ? Object.fromEntries(known) : undefined
  }
  return { element, value }
}

/** The fields of one schema: `element` to show, `value()` to send; an empty optional field has no value. */
export const fieldsFor = (schema, { hints = {}, path = '', label = '', optional = false } = {}) => {
  const hint = hints[path] ?? {}
  const said = hint.label ?? label
  if (schema.const !== undefined) return { element: '', value: () => schema.const }
  if (hint.fixed !== undefined) return { element: '', value: () => hint.fixed }
  if (schema.type === 'array' && hint.options) return someOf(said, hint.options)
  if (hint.options) return oneOf(said, hint.options, optional)
  if (schema.enum)
    return oneOf(
      said,
      schema.enum.map((value) => ({ value, label: value })),
      optional,
    )
  if (hint.keys?.length === 0) return { element: '', value: () => ({}) }
  if (schema.type === 'object') {
    const inner = (name, part, may, own) =>
      fieldsFor(part, {
        hints,
        path: path ? `${path}.${name}` : name,
        label: own ?? part.title ?? inWords(name),
        optional: may,
      })
    const parts = hint.keys
      ? hint.keys.map(({ key, label: own }) => [key, inner(key, schema.additionalProperties, false, own)])
      : Object.entries(schema.properties ?? {}).map(([name, part]) => [
          name,
          inner(name, part, !schema.required?.includes(name)),
        ])
    const whole = group(said, Object.fromEntries(parts))
    return hint.keys ? { ...whole, value: () => whole.value() ?? {} } : whole
  }
  if (schema.type === 'array' && schema.items.type === 'object' && hint.rows) {
    const rows = hint.rows.map(({ label: own, fixed }) => {
      const named = Object.fromEntries(
        Object.entries(fixed).map(([name, value]) => [`${path}.${name}`, { fixed: value }]),
      )
      return fieldsFor(schema.items, { hints: { ...hints, ...named }, path, label: own })
    })
    const element = make('fieldset', {}, make('legend', {}, said), ...rows.map((row) => row.element))
    return { element, value: () => rows.map((row) => row.value()) }
  }
  if (schema.type === 'array' && schema.items.type === 'object')
    return several(schema, said, optional, () => fieldsFor(schema.items, { hints, path, label: '' }))
  if (schema.type === 'array') return lines(said, optional)
  if (schema.type === 'boolean') return yesNo(said, optional)
  if (schema.type === 'number' || schema.type === 'integer') return amount(schema, said, optional)
  return line(schema, said, optional)
}

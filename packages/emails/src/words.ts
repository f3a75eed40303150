import type { Role } from '@pilotgate/core/program/roles'

const invisible = /[\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

/** One line of visible text: no line breaks, control characters or direction overrides (header injection, faked paragraphs). */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(invisible, '').replace(breaks, ' ').replace(/ {2,}/g, ' ').trim()

/** Text of several lines, each as `oneLine`; empty lines are dropped so that a value cannot pass for a paragraph of its own. */
export const severalLines = (text: string): string =>
  text
    .split(/[\n\r\u2028\u2029]+/u)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')

/** Cuts a text to at most `most` characters, at a word's end where one is near. */
export const cut = (text: string, most: number): string => {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const kept = characters.slice(0, most - 1).join('')
  const wordEnd = characters[most - 1] === ' ' ? kept.length : kept.lastIndexOf(' ')
  return `${(wordEnd > kept.length / 2 ? kept.slice(0, wordEnd) : kept).replace(/[\s,;:–-]+$/u, '')}…`
}

/** `1 task`, `2 tasks`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** `a`, `a and b`, `a, b and c`. */
export const enumerate = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** A role as it is written in a sentence. */
export const roleWords = (role: Role): string => role.replace(/^hr /, 'HR ')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Ends a sentence with a full stop unless it already ends with one of `. ! ?`. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)

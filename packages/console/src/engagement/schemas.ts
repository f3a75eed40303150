import type { Schema } from '../form/schema.ts'

/** A text of 3 characters at least; one line up to 200 of them, several beyond. */
export const text = (title: string, maxLength: number, description?: string): Schema => ({
  type: 'string',
  title,
  minLength: 3,
  maxLength,
  ...(description && { description }),
})

export const day = (title: string, description?: string): Schema => ({
  type: 'string',
  format: 'date',
  title,
  ...(description && { description }),
})

export const instant = (title: string): Schema => ({ type: 'string', format: 'date-time', title })

/** All of these fields are needed, except for those named. */
export const form = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})

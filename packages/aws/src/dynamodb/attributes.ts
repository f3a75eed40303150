import type { z } from 'zod'

export type AttributeType = 'string' | 'number' | 'boolean' | 'any'
export type Attributes = Record<string, { type: AttributeType; required: boolean }>

/** The parts of a zod schema that are looked at here; zod's own types are generic over what does not matter. */
type Field = { type: string; unwrap?: () => Field }

const attributeType = (field: Field): AttributeType => {
  switch (field.type) {
    case 'string':
    case 'enum':
      return 'string'
    case 'number':
    case 'boolean':
      return field.type
    case 'optional':
    case 'default':
      return attributeType(field.unwrap!())
    default:
      // Objects, lists, unions and literals: zod checks them before the write, DynamoDB keeps them as they are.
      return 'any'
  }
}

/** ElectroDB's attributes for a record's zod schema, so that a record is declared once. */
export const attributesOf = (schema: z.ZodObject): Attributes =>
  Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      { type: attributeType(field as unknown as Field), required: (field as Field).type !== 'optional' },
    ]),
  )

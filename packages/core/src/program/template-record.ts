import { z } from 'zod'
import { scoped, timestamp } from './record.ts'
import { programTemplate } from './template.ts'

/** One immutable version of a template in an organisation's own library; `id` is `TEMPLATE@VERSION`. */
export const templateRecord = scoped.extend({
  template: programTemplate,
  templateVersion: z.number().int().min(1),
  copiedFrom: z.string().optional(),
  createdBy: z.string(),
  createdAt: timestamp,
})
export type TemplateRecord = z.infer<typeof templateRecord>

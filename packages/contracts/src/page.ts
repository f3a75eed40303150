import { z } from 'zod'

/** Query of every list: at most `limit` rows, from where the last page's `cursor` left off. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: 'Rows a page, 1 to 100' }),
  cursor: z.string().max(2000).optional().meta({ description: 'The `cursor` of the page before' }),
})

/** A page of rows; `cursor` is there when more follow. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() })

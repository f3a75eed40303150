import { z } from 'zod'

/** Query of a list: at most `limit` rows, from where the last page's `cursor` left off. */
const pageQueryOf = (most: number, usual: number) =>
  z.strictObject({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(most)
      .default(usual)
      .meta({ description: `Rows a page, 1 to ${most}` }),
    cursor: z.string().max(2000).optional().meta({ description: 'The `cursor` of the page before' }),
  })

/** Query of every list but those of small rows that are read whole. */
export const pageQuery = pageQueryOf(100, 50)

/** Query of lists of small rows, of which many are read at once. */
export const longPageQuery = pageQueryOf(1000, 200)

/** A page of rows; `cursor` is there when more follow. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() })

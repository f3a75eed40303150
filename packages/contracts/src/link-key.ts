import { z } from 'zod'

/** The key of a mail's link: the permission of public routes. */
export const linkKey = z.string().min(20).max(500).meta({ description: 'The key in the link of the mail, after `#`' })

import { type Action, actions } from '@pilotgate/core/program/authority'
import { role } from '@pilotgate/core/program/roles'
import { z } from 'zod'

const may = z
  .array(z.enum(Object.keys(actions) as [Action, ...Action[]]))
  .meta({ description: 'The actions that your roles allow; everything else is refused' })

/** The caller as their organisation's sign-in knows them. */
export const whoIAmView = z.object({
  email: z.string(),
  name: z.string(),
  organisation: z.string().meta({ description: 'The id of your organisation' }),
  roles: z.array(role).meta({ description: 'Your roles in the organisation; roles in programs are told there' }),
  may,
})

/** The caller in one program. */
export const myPartView = z.object({ personId: z.string(), name: z.string(), roles: z.array(role), may })

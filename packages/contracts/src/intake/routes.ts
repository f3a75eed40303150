import { z } from 'zod'
import { defineRoutes } from '../route.ts'

export const intakeRoutes = defineRoutes({
  importRoster: {
    method: 'POST',
    path: '/v1/programs/{programId}/roster',
    function: 'intake/api',
    action: 'manage people',
    tag: 'People',
    summary: 'Import people and their roles from CSV',
    description:
      'Columns: email, name, roles (separated by ";"), zone (IANA), manager_email, places (coaches and mentors), learner_kind. Good rows are kept, bad rows are reported.',
    body: z.strictObject({ csv: z.string().min(1, 'The file is empty.') }).meta({
      examples: [
        {
          csv: 'email,name,roles,zone,manager_email,places,learner_kind\nmira@example.com,Mira Okafor,participant,Europe/Berlin,jonas@example.com,,person\nada@example.com,Ada Lindt,coach;mentor,Europe/Zurich,,3,person\n',
        },
      ],
    }),
    output: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      problems: z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() })),
    }),
  },
})

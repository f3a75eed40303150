import { importRoster } from '@pilotgate/core/intake/import-roster'
import { api } from '../lib/http/api.ts'

export const handler = api<'intake/api'>({
  importRoster: ({ work, actor, path, body }) => importRoster(work, actor, path.programId!, body.csv),
})

import { Refused } from '../../api/client.ts'

/** What the API says about a field, or about anything within it: `costs.training` also gets `costs.training.likely`. */
export const problemAt = (error: Error | null | undefined, path: string): string | undefined => {
  if (!(error instanceof Refused)) return undefined
  const found = error.fields.filter(({ field }) => field === path || field.startsWith(`${path}.`))
  return found.length > 0 ? found.map(({ problem }) => problem).join(' ') : undefined
}

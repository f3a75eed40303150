import type { Answer } from '../api/client.ts'
import { useRead } from '../api/queries.ts'

type Action = Answer<'whoAmI'>['may'][number]

/** Who one is in the organisation, and what one may do beyond programs. */
export const useOrganisation = () => {
  const me = useRead('whoAmI', {})
  return { me, may: (action: Action): boolean => me.data?.may.includes(action) ?? false }
}

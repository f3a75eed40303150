import type { Body } from '@pilotgate/contracts/route'
import type { routes } from '@pilotgate/contracts/routes'
import { impactOptions } from '@pilotgate/core/measurement/impact/impact-options'
import type { Chance } from './chance.ts'

const roles = ['Engineering lead', 'Product lead', 'Data lead', 'Operations lead']

/** One line of the file that HR analytics exports: pseudonyms, and days from a proposal to its approval. */
const lineOf = (id: string, treated: boolean, chance: Chance): string => {
  const luck = (what: string) => chance('comparison', id, what)
  const role = roles[Math.floor(luck('role') * roles.length)]!
  const tenure = Math.floor(luck('tenure') * 12)
  const complexity = 1 + Math.floor(luck('complexity') * 5)
  const days = 26 + 2 * complexity - 0.3 * tenure + (luck('noise') - 0.5) * 10 - (treated ? 4 : 0)
  return [id, treated ? 1 : 0, days.toFixed(1), role, tenure, complexity].join(',')
}

/** The participants of the pilot and 160 people outside it, some of them like them. */
export const comparisonOf = (chance: Chance): Body<typeof routes.measureImpact> => {
  const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
  const lines = [
    ...ids('P', 40).map((id) => lineOf(id, true, chance)),
    ...ids('C', 160).map((id) => lineOf(id, false, chance)),
  ]
  return {
    title: 'Days from a proposal to its approval',
    better: 'lower',
    csv: `id,treated,outcome,role,tenure,complexity\n${lines.join('\n')}\n`,
    options: impactOptions.parse({
      covariates: ['tenure', 'complexity'],
      exact: ['role'],
      unit: 'days',
      bootstrap: 1000,
      permutations: 2000,
    }),
  }
}

import { parseArgs } from 'node:util'
import type { Output as Answer } from '@pilotgate/contracts/route'
import type { routes } from '@pilotgate/contracts/routes'
import { isDomainError } from '@pilotgate/core/errors'
import type { Output } from '../command.ts'
import { Refused, signInAs } from '../seed/client.ts'

const help = `Usage: npm run reconcile -- --program ID [options]

Counts all rows behind the KPIs of a program again, on the running platform, and compares with its weekly counters.
Exit code 0 when they agree, 1 when not, 2 when it cannot be told.

  --program ID   the program
  --repair       set the counters to what the rows say
  --as EMAIL     who asks: a program owner, program lead, HR analytics or sponsor of it (default amara.adler@nordlicht.example)
  --origin URL   the platform (default http://localhost:4100)
  --json         the answer as JSON
`

type Found = Answer<(typeof routes)['reconcileKpis']>

/** `npm run reconcile`: asks the platform whether rows and rollups agree, and prints how they differ. */
export const reconcileCommand = async (args: string[], out: Output): Promise<number> => {
  try {
    const { program, repair, as, origin, json, help: wanted } = optionsOf(args)
    if (wanted || !program) {
      ;(wanted ? out.log : out.error)(wanted ? help : `--program is missing.\n\n${help}`)
      return wanted ? 0 : 2
    }
    const call = await signInAs(origin, as)
    const found = await call('reconcileKpis', { path: { programId: program }, body: { repair } })
    out.log(json ? JSON.stringify(found) : inWords(found, repair))
    return found.agrees || found.repaired > 0 ? 0 : 1
  } catch (error) {
    out.error(reasonOf(error as Error))
    return 2
  }
}

const optionsOf = (args: string[]) => {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean', default: false } as const]
  const as = { ...text, default: 'amara.adler@nordlicht.example' }
  const origin = { ...text, default: 'http://localhost:4100' }
  return parseArgs({ args, options: { program: text, as, origin, repair: flag, json: flag, help: flag } }).values
}

const reasonOf = (error: Error): string => {
  if (error instanceof Refused || isDomainError(error)) return error.message
  if (error.message === 'fetch failed')
    return 'The platform does not answer. Start it with npm start, or give --origin.'
  return error.message
}

const inWords = (found: Found, repair: boolean): string => {
  const counted = `${found.rows} rows counted again, ${found.rollups} weekly counters.`
  if (found.agrees) return `${counted} All agree.`
  const lines = found.differences.map(
    ({ what, id, reason, stored, fromRows }) =>
      `  ${what} ${id}: ${reason}\n    stored    ${JSON.stringify(stored)}\n    from rows ${JSON.stringify(fromRows)}`,
  )
  const more = found.differencesInAll - found.differences.length
  return [
    `${counted} ${found.differencesInAll} do not agree:`,
    ...lines,
    ...(more > 0 ? [`  … and ${more} more`] : []),
    repair
      ? `${found.repaired} records were set right.`
      : 'Run again with --repair to set the counters to what the rows say.',
  ].join('\n')
}

if (import.meta.main) {
  const out = { log: (line: string) => console.log(line), error: (line: string) => console.error(line) }
  process.exitCode = await reconcileCommand(process.argv.slice(2), out)
}

import { parseArgs } from 'node:util'
import { DomainError, isDomainError } from '@pilotgate/core/errors'
import type { CohortPlan, MatchingSettings, Pinned } from '@pilotgate/core/matching/cohort'
import { planCohort } from '@pilotgate/core/matching/plan-cohort'
import { profiles, signals, type Weights } from '@pilotgate/core/matching/weights'
import { type Output, progress, runAsProcess, runCommand } from '../command.ts'
import { civilService, isCivilService } from './civil-service.ts'
import { readTable } from './csv-table.ts'
import { participantRows } from './participant-rows.ts'
import { planInWords } from './plan-in-words.ts'
import { providerRows } from './provider-rows.ts'

const usage =
  'npm run match -- --participants P.csv --providers Q.csv [--objective best-score|most-matched] [--weights skills=35,goals=25,sponsorship=20,availability=10,success=10] [--week 2027-01-04] [--json]'

export type MatchResult = CohortPlan & {
  objective: MatchingSettings['objective']
  week: string
  participants: number
  providers: number
  matched: number
  /** Time to score, solve and explain, without reading the files. */
  ms: number
}

/**
 * `npm run match`: matches the people of two CSV files (columns: docs/matching.md) and prints the plan, in words or with
 * `--json` as one object. Exit code 0, or 1 with what is wrong on standard error (with `--json` as an object, too).
 * @param today the week that hours are compared in, unless `--week` is given
 */
export const matchCommand = (args: string[], out: Output, today: string): number =>
  runCommand(args, out, () => {
    const { plan, names } = run(args, out, today)
    return args.includes('--json') ? JSON.stringify(plan) : planInWords(plan, names)
  })

const run = (args: string[], out: Output, today: string): { plan: MatchResult; names: Map<string, string> } => {
  const { participants, providers, objective, weights, week = today } = optionsOf(args)
  const settings = { objective: objectiveOf(objective), profiles: profilesOf(weights) }
  const people = peopleOf(participants, providers)
  const names = new Map([...people.learners.names, ...people.providers.names])
  const started = performance.now()
  const plan = planCohort({
    learners: people.learners.people,
    providers: people.providers.people,
    pinned: { reserved: [], forbidden: people.forbidden },
    settings,
    week,
    nameOf: (id) => names.get(id) ?? id,
    onProgress: progress(out),
  })
  const result: MatchResult = {
    objective: settings.objective,
    week,
    participants: people.learners.people.length,
    providers: people.providers.people.length,
    matched: plan.proposals.length,
    ms: Math.round((performance.now() - started) * 10) / 10,
    ...plan,
  }
  return { plan: result, names }
}

const peopleOf = (participants: string, providers: string) => {
  const [left, right] = [readTable(participants), readTable(providers)]
  if (isCivilService(left) && isCivilService(right)) return civilService(left, right)
  const forbidden: Pinned['forbidden'] = []
  return { learners: participantRows(left), providers: providerRows(right), forbidden }
}

const wrong = (field: string, problem: string) =>
  new DomainError('InvalidInput', `${field}: ${problem}\n${usage}`, { problems: [{ field, problem }] })

const optionsOf = (args: string[]) => {
  const text = { type: 'string' } as const
  try {
    const { participants, providers, ...values } = parseArgs({
      args,
      options: {
        participants: text,
        providers: text,
        objective: text,
        weights: text,
        week: text,
        json: { type: 'boolean' },
      },
    }).values
    if (!participants) throw wrong('--participants', 'is missing. Name the CSV file of the participants.')
    if (!providers) throw wrong('--providers', 'is missing. Name the CSV file of the coaches and mentors.')
    return { participants, providers, ...values }
  } catch (error) {
    if (isDomainError(error)) throw error
    throw wrong('arguments', (error as Error).message)
  }
}

const objectiveOf = (given = 'best-score'): MatchingSettings['objective'] => {
  if (given === 'best-score' || given === 'most-matched') return given
  throw wrong('--objective', `"${given}" is none of: best-score, most-matched.`)
}

/** One set of weights given on the command line counts for everybody, in place of the three profiles. */
const profilesOf = (given: string | undefined): MatchingSettings['profiles'] => {
  if (given === undefined) return profiles
  const parts = new Map(given.split(',').map((part) => part.trim().split('=') as [string, string | undefined]))
  for (const [name, value] of parts) {
    const known = signals.some((signal) => signal === name)
    if (!known || !value)
      throw wrong('--weights', `"${name}" is not understood. Write signal=number for: ${signals.join(', ')}.`)
  }
  const missing = signals.filter((signal) => !parts.has(signal))
  if (missing.length > 0) throw wrong('--weights', `Say how much these count, 0 if not at all: ${missing.join(', ')}.`)
  const weights = Object.fromEntries([...parts].map(([signal, value]) => [signal, Number(value)])) as Weights
  return { default: weights, promotion: weights, behaviour: weights }
}

if (import.meta.main) runAsProcess((args, out) => matchCommand(args, out, new Date().toISOString().slice(0, 10)))

import type { Service } from '../intake/intake-record.ts'
import type { Role } from '../program/roles.ts'
import type { FormName } from './forms/forms.ts'

/** The three ways to become a coach or mentor (§4): S-C, S-M and S-I. */
export const pathNames = ['external-coach', 'internal-mentor', 'internal-coach'] as const
export type PathName = (typeof pathNames)[number]

/**
 * Who is asked:
 * - `candidate`, and the candidate's `manager` by the reporting line
 * - `lead` – the coach lead or mentor lead; `assessor` – the first who holds `role`
 * - `panel` – the members that the step's `panel` form names; `peers` – those that its `recording` form names
 * - `referees` – the addresses that its `referees` form names; they have no part in the program and answer by a link
 */
export type Asked = 'candidate' | 'manager' | 'lead' | 'assessor' | 'panel' | 'peers' | 'referees'

/** One thing that a step asks of one or more people: a task each. */
export type Requirement = {
  /** Unique in its step. */
  requirement: string
  asks: Asked
  /** Whose task it is when an `assessor` is asked. */
  role?: Role
  form: FormName
  title: string
  why: string
  /** Asked only once this requirement of the same step was answered. */
  after?: string
  /** The rules that a `check` or an `observation` has a finding for. */
  rules?: string[]
  /** What a `signature` is put under. */
  document?: string
}

/** A step: passed when all its requirements are. Its `title` is the state that a lead reads in the picture. */
export type Step = {
  step: string
  /** The rule it serves (`S-C3`); the id of its tasks begins with it. */
  rule: string
  title: string
  /** What it is called within a sentence: "On hold after the live demo". */
  noun: string
  /** Days until its tasks are due. */
  days: number
  /** By which a panel scores; the panel has its minimum size and composition. */
  rubric?: string
  requirements: Requirement[]
}

/** A step, or branches of steps that go on beside each other; `together` is then the name of the state. */
export type Stage = Step | { together: string; branches: Step[][] }

export type SelectionPath = {
  path: PathName
  service: Service
  title: string
  lead: 'coach lead' | 'mentor lead'
  stages: Stage[]
}

/** All steps of a path, in the order in which the first of them begin. */
export const stepsOf = ({ stages }: SelectionPath): Step[] =>
  stages.flatMap((stage) => ('step' in stage ? [stage] : stage.branches.flat()))

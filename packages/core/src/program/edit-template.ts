import { z } from 'zod'
import type { FieldProblem } from '../errors.ts'
import { criterionInWords } from './condition-in-words.ts'
import type { Condition } from './criterion.ts'
import { type Gate, gate, type ProgramTemplate, programTemplate } from './template.ts'

const { words, all } = gate.shape.criterion.shape
const gateEdit = gate.partial().extend({ criterion: z.strictObject({ words, all }).partial().optional() })

/**
 * What an owner changes in a copy (domain §7). Whatever is left out stays. `gates` changes gates by their id in the source,
 * `thresholds` single numbers by `GATE.fact` (`{ "W06.session-attendance": 0.75 }`, gate ids as in the source).
 */
export const templateEdit = programTemplate
  .partial()
  .omit({ gates: true, steering: true, hours: true, patience: true })
  .extend({
    gates: z.record(z.string(), gateEdit).optional(),
    addGates: z.array(gate).optional(),
    removeGates: z.array(z.string()).optional(),
    thresholds: z.record(z.string(), z.number()).optional(),
    steering: programTemplate.shape.steering.partial().optional(),
    hours: programTemplate.shape.hours.partial().optional(),
    patience: programTemplate.shape.patience.partial().optional(),
  })
export type TemplateEdit = z.infer<typeof templateEdit>
type GateEdit = z.infer<typeof gateEdit>

/**
 * A copy of `source` with the edit put in; `source` is left as it is. Gates come out in week order. A criterion whose numbers
 * or conditions change without new words gets words written from its conditions, so that text and numbers never disagree.
 * A new `minimumCohort` is also the new threshold of every condition on `cohort-size`. Judge the result with `checkTemplate`,
 * and the edit's own references with `checkEdit`.
 */
export function copyTemplate(source: ProgramTemplate, edit: TemplateEdit): ProgramTemplate {
  const { gates = {}, addGates = [], removeGates = [], thresholds = {}, steering, hours, patience, ...plain } = edit
  const kept = source.gates.filter((each) => !removeGates.includes(each.gate))
  const edited = kept.map((each) => editGate(each, gates[each.gate] ?? {}, thresholdsOf(each.gate, edit)))
  return structuredClone({
    ...source,
    ...given(plain),
    steering: { ...source.steering, ...given(steering) },
    hours: { ...source.hours, ...given(hours) },
    patience: { ...source.patience, ...given(patience) },
    gates: [...edited, ...addGates].toSorted((a, b) => a.week - b.week),
  })
}

/** What an edit names that its source does not have: gates, and thresholds that no condition uses. */
export function checkEdit(source: ProgramTemplate, edit: TemplateEdit): FieldProblem[] {
  const known = source.gates.map((each) => each.gate)
  const unknownGate = (field: string, id: string): FieldProblem[] =>
    known.includes(id) ? [] : [{ field, problem: `There is no gate "${id}". Use one of ${known.join(', ')}.` }]
  const withThreshold = copyTemplate(source, { ...edit, thresholds: {}, removeGates: [] }).gates.flatMap(
    (each, index) =>
      each.criterion.all.flatMap((condition) =>
        'threshold' in condition ? [{ index, fact: condition.fact, gate: each.gate }] : [],
      ),
  )
  const renamed = (id: string) => edit.gates?.[id]?.gate ?? id
  return [
    ...Object.keys(edit.gates ?? {}).flatMap((id) => unknownGate(`gates.${id}`, id)),
    ...(edit.removeGates ?? []).flatMap((id, index) => unknownGate(`removeGates.${index}`, id)),
    ...Object.keys(edit.thresholds ?? {}).flatMap((key) => {
      const [id = '', fact] = splitKey(key)
      const found = withThreshold.some((each) => each.gate === renamed(id) && each.fact === fact)
      const remedy = 'Write GATE.fact, for example W06.session-attendance.'
      return found ? [] : [{ field: `thresholds.${key}`, problem: `No condition has this threshold. ${remedy}` }]
    }),
  ]
}

const splitKey = (key: string): [string, string] => [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]

function thresholdsOf(id: string, { thresholds = {}, minimumCohort }: TemplateEdit): Map<string, number> {
  const own = Object.entries(thresholds).flatMap(([key, threshold]): [string, number][] => {
    const [gateId, fact] = splitKey(key)
    return gateId === id ? [[fact, threshold]] : []
  })
  return new Map(minimumCohort === undefined ? own : [...own, ['cohort-size', minimumCohort]])
}

function editGate(source: Gate, { criterion, ...plain }: GateEdit, thresholds: Map<string, number>): Gate {
  const all = (criterion?.all ?? source.criterion.all).map((condition): Condition => {
    const threshold = thresholds.get(condition.fact)
    return 'threshold' in condition && threshold !== undefined ? { ...condition, threshold } : condition
  })
  const sameConditions = JSON.stringify(all) === JSON.stringify(source.criterion.all)
  const words = criterion?.words ?? (sameConditions ? source.criterion.words : criterionInWords(all))
  return { ...source, ...given(plain), criterion: { words, all } }
}

/** Without keys set to `undefined`, which would otherwise wipe out what the source has. */
const given = <T extends object>(values: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as never

import type { FieldProblem } from '../errors.ts'
import { checkTemplate } from './check-template.ts'
import type { TemplateEdit } from './edit-template.ts'
import type { ProgramTemplate } from './template.ts'

/**
 * What is wrong with an edited template, by the fields of the edit where it has them: a threshold that was sent as
 * `thresholds.W06.session-attendance` is named so, not by its place in the whole template.
 * @param template the template with the edit put in
 */
export const checkEdited = (template: ProgramTemplate, edit: TemplateEdit): FieldProblem[] =>
  checkTemplate(template).map(({ field, problem }) => ({ field: fieldAsSent(field, template, edit), problem }))

const fieldAsSent = (field: string, { gates }: ProgramTemplate, edit: TemplateEdit): string => {
  const [, index = '', rest = ''] = /^gates\.(\d+)\.(.+)$/.exec(field) ?? []
  const gate = gates[Number(index)]
  if (index === '' || !gate) return field
  const renamed = Object.entries(edit.gates ?? {}).find(([, each]) => each.gate === gate.gate)?.[0]
  const id = renamed ?? gate.gate
  const [, position] = /^criterion\.all\.(\d+)\.threshold$/.exec(rest) ?? []
  const fact = position && gate.criterion.all[Number(position)]?.fact
  if (fact && edit.thresholds && `${id}.${fact}` in edit.thresholds) return `thresholds.${id}.${fact}`
  if (edit.gates && id in edit.gates) return `gates.${id}.${rest}`
  const added = edit.addGates?.findIndex((each) => each.gate === gate.gate && each.week === gate.week) ?? -1
  return added < 0 ? field : `addGates.${added}.${rest}`
}

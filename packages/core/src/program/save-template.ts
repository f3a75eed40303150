import { DomainError, isDomainError } from '../errors.ts'
import type { Actor, Work } from './actor.ts'
import { checkEdited } from './check-edited.ts'
import { checkEdit, copyTemplate, type TemplateEdit } from './edit-template.ts'
import { findTemplate, listTemplates } from './find-template.ts'
import { templateKey } from './load.ts'
import { organisation } from './record.ts'
import type { ProgramTemplate } from './template.ts'
import type { TemplateRecord } from './template-record.ts'
import { shippedTemplates } from './templates/index.ts'

type Author = Pick<Actor, 'tenantId' | 'personId'>

/**
 * Copies a template under a new id and changes it; the copy is version 1 of the organisation's own template.
 * @throws DomainError `NotFound`, `AlreadyExists` (id taken), `InvalidInput` (the edit makes a gate impossible)
 */
export const saveCopy = async (
  work: Work,
  author: Author,
  sourceId: string,
  templateId: string,
  edit: TemplateEdit,
) => {
  const source = await findTemplate(work.store, author.tenantId, sourceId)
  const taken = await listTemplates(work.store, author.tenantId)
  if (taken.some((each) => each.template.templateId === templateId)) {
    throw new DomainError('AlreadyExists', `The template id "${templateId}" is taken. Choose another.`)
  }
  return save(work, author, source.template, { ...edit, templateId }, 1, sourceId)
}

/**
 * Saves a changed template as its next version; programs that run keep theirs.
 * @throws DomainError `NotFound`, `NotPossibleNow` (a shipped template), `StaleVersion`, `InvalidInput`
 */
export const saveVersion = async (
  work: Work,
  author: Author,
  templateId: string,
  expected: number,
  edit: TemplateEdit,
) => {
  if (shippedTemplates.some((template) => template.templateId === templateId)) {
    throw new DomainError(
      'NotPossibleNow',
      `"${templateId}" ships with Pilotgate and cannot be changed. Copy it first.`,
    )
  }
  const latest = await findTemplate(work.store, author.tenantId, templateId)
  const stale = (version: number) =>
    new DomainError('StaleVersion', `The template is at version ${version} now. Read it again.`)
  if (latest.templateVersion !== expected) throw stale(latest.templateVersion)
  try {
    return await save(work, author, latest.template, { ...edit, templateId }, expected + 1, latest.copiedFrom)
  } catch (error) {
    throw isDomainError(error, 'AlreadyExists') ? stale(expected + 1) : error
  }
}

const save = async (
  { store, now }: Work,
  { tenantId, personId }: Author,
  source: ProgramTemplate,
  edit: TemplateEdit,
  templateVersion: number,
  copiedFrom: string | undefined,
): Promise<TemplateRecord> => {
  const template = copyTemplate(source, edit)
  const unknown = checkEdit(source, edit)
  const problems = unknown.length > 0 ? unknown : checkEdited(template, edit)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The template cannot be used like this.', { problems })
  const record: TemplateRecord = {
    tenantId,
    scope: organisation,
    id: templateKey(template.templateId, templateVersion),
    version: 1,
    template,
    templateVersion,
    ...(copiedFrom && { copiedFrom }),
    createdBy: personId,
    createdAt: now,
  }
  await store.commit([{ kind: 'template', record, expect: 0 }])
  return record
}

import { useState } from 'react'
import type { Answer, Refused } from '../api/client.ts'
import { editOf, type TemplateTexts, textsOf } from './template-edit.ts'

/** The texts of a template form, what they change, and what is wrong with them, here or in the words of the API. */
export const useTemplateForm = (view: Answer<'getTemplate'>, refused: Refused | null) => {
  const [texts, setTexts] = useState(() => textsOf(view))
  const [tried, setTried] = useState(false)
  const { edit, problems } = editOf(view, texts)
  const said = Object.fromEntries(
    refused?.fields.map(({ field, problem }) => [field.replace(/^edit\./, ''), problem]) ?? [],
  )
  return {
    texts,
    edit,
    onChange: (part: Partial<TemplateTexts>) => setTexts((before) => ({ ...before, ...part })),
    problems: tried ? { ...said, ...problems } : {},
    /** Whether all is well here; from now on problems are shown. */
    ready: () => {
      setTried(true)
      return Object.keys(problems).length === 0
    },
  }
}

import { useRead } from '../api/queries.ts'
import { useProgram } from './use-program.tsx'

/** The template of the program, in the version that the program keeps. */
export const useTemplate = (enabled = true) => {
  const { templateId, templateVersion } = useProgram().program
  return useRead('getTemplate', { path: { templateId }, query: { version: templateVersion } }, { enabled })
}

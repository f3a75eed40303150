import { type Line, type Path, paths } from '../words.ts'

/** A candidate at a step; `at` is absent between two steps. */
export type Place = { line: Line; at: Line['at'][number] | undefined }
export type Step = { step: string; title: string; places: Place[] }

/**
 * The steps of a path with who is at them. Somebody stands at each step that goes on beside others; who is just being taken up
 * stands at the first. A step that the console does not know comes last, under the API's title.
 */
export const stepsWith = (path: Path, lines: Line[]): Step[] => {
  const open = lines.filter(({ status }) => status === 'open')
  const known = paths[path].steps
  const further = open
    .flatMap(({ at }) => at.map(({ step, title }): [string, string] => [step, title]))
    .filter(([step]) => !known.some(([name]) => name === step))
  return [...known, ...new Map(further)].map(([step, title], index) => ({
    step,
    title,
    places: open.flatMap((line): Place[] =>
      line.at.length === 0 && index === 0
        ? [{ line, at: undefined }]
        : line.at.filter((each) => each.step === step).map((at) => ({ line, at })),
    ),
  }))
}

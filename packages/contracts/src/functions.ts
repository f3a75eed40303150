/** The Lambda functions of the platform by file: `functions/<name>.ts`. Deployed as `pilotgate-<stage>-<name with a hyphen>`. */
export const functionNames = [
  'program/api',
  'program/tasks',
  'program/stream',
  'intake/api',
  'selection/api',
  'selection/tasks',
  'selection/schedule',
  'matching/api',
  'matching/tasks',
  'engagement/api',
  'engagement/tasks',
  'measurement/api',
  'gates/api',
  'gates/tasks',
  'gates/stream',
  'gates/schedule',
] as const

export type FunctionName = (typeof functionNames)[number]
export type FunctionArns = Record<FunctionName, string>

/** The Lambda functions of the platform by file: `functions/<name>.ts`. Deployed as `pilotgate-<stage>-<name with a hyphen>`. */
export const functionNames = [
  'program/api',
  'program/tasks',
  'program/stream',
  'program/queue',
  'program/schedule',
  'intake/api',
  'selection/api',
  'selection/tasks',
  'selection/schedule',
  'matching/api',
  'matching/tasks',
  'engagement/api',
  'engagement/tasks',
  'engagement/queue',
  'engagement/mail',
  'measurement/api',
  'gates/api',
  'gates/tasks',
  'gates/stream',
  'gates/schedule',
  'webhooks/api',
  'webhooks/queue',
] as const

export type FunctionName = (typeof functionNames)[number]
export type FunctionArns = Record<FunctionName, string>

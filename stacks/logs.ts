import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Stack } from 'sst/constructs'
import { isProduction } from './names.ts'

/** Logs hold ids only; the audit trail lives in the table. */
export const logRetention = (stack: Stack) => (isProduction(stack) ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)

import type { Begin } from './outcome.ts'

/** Succeed: ends the execution or the branch with its output (ASL specification, "Succeed State"). */
export const beginSucceed: Begin = async () => ({ kind: 'done' })

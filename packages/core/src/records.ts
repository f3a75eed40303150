import type { z } from 'zod'
import { mailRecord } from './gates/mail-record.ts'
import { weeklyCheckRecord } from './gates/weekly-check-record.ts'
import { attestation } from './program/attestation.ts'
import { gateRecord } from './program/gate-record.ts'
import { idempotencyRecord } from './program/idempotency-record.ts'
import { emailClaim, member, person } from './program/person.ts'
import { program } from './program/program.ts'
import { task } from './program/task.ts'
import { templateRecord } from './program/template-record.ts'

/** Every kind of record the platform keeps, with its schema. The store's adapters are derived from this table. */
export const records = {
  template: templateRecord,
  program,
  person,
  emailClaim,
  member,
  task,
  attestation,
  gate: gateRecord,
  weeklyCheck: weeklyCheckRecord,
  mail: mailRecord,
  idempotency: idempotencyRecord,
} as const

export type Kind = keyof typeof records
export type RecordOf<K extends Kind> = z.infer<(typeof records)[K]>

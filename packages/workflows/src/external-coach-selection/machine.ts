import type { FunctionArns } from '@pilotgate/contracts/functions'
import type { Machine } from '../asl.ts'
import { buildSelection, coachAppointed } from '../selection-machine.ts'
import { selectionNames as names } from '../selection-names.ts'

/** Selects a coach from outside (S-C1 to S-C6). Input: `{ tenantId, programId, candidacyId }`. */
export const externalCoachSelection = (arns: FunctionArns): Machine =>
  buildSelection('external-coach', arns, {
    comment: 'Selects a coach from outside: application, live demo, references, work watched, calibration panel',
    appoint: names.appointCoach,
    states: coachAppointed(arns),
  })

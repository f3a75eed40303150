import type { FunctionArns } from '@pilotgate/contracts/functions'
import type { Machine } from '../asl.ts'
import { buildSelection, coachAppointed } from '../selection-machine.ts'
import { selectionNames as names } from '../selection-names.ts'

/** Selects a coach of the organisation itself (S-I). Input: `{ tenantId, programId, candidacyId }`. */
export const internalCoachSelection = (arns: FunctionArns): Machine =>
  buildSelection('internal-coach', arns, {
    comment:
      'Selects a coach of the organisation: application, interview, simulations, practice, documents, calibration',
    appoint: names.appointCoach,
    states: coachAppointed(arns),
  })

import { z } from 'zod'

/** Who a person can be in a program (domain §1). `participant` covers leaders and mentees. */
export const roles = [
  'program owner',
  'program lead',
  'learning operations',
  'matching owner',
  'coach lead',
  'mentor lead',
  'supervisor',
  'coach',
  'mentor',
  'participant',
  'manager',
  'sponsor',
  'hr head',
  'learning director',
  'transformation lead',
  'legal',
  'finance',
  'procurement',
  'hr analytics',
  'data owner',
] as const

export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** The steering committee (domain §1): decides W12, W19, W24 and the like with a quorum and recorded votes. */
export const steeringRoles = [
  'hr head',
  'learning director',
  'sponsor',
  'transformation lead',
  'program owner',
] as const satisfies Role[]

import type { ProgramTemplate } from '../template.ts'
import { accountability90d } from './accountability-90d.ts'
import { internalCoaching12m } from './internal-coaching-12m.ts'
import { leadershipPilot24w } from './leadership-pilot-24w.ts'
import { mentorCoach90d } from './mentor-coach-90d.ts'
import { mentorCoach120d } from './mentor-coach-120d.ts'

/** The templates that come with Pilotgate (domain §7), the main one first. Owners copy and edit them; nobody changes them. */
export const shippedTemplates: readonly ProgramTemplate[] = [
  leadershipPilot24w,
  mentorCoach90d,
  mentorCoach120d,
  accountability90d,
  internalCoaching12m,
]

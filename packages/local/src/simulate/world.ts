import type { ApiClient } from '../seed/client.ts'
import type { Chance } from './chance.ts'
import type { Platform } from './platform.ts'

/** How people fared: answers that came too late, and tasks nobody answered. */
export type Fate = { answered: number; tooLate: number; ignored: number; droppedOut: string[] }

/** Something a person will do; `what` begins with who they are. `act` looks first whether it is still to be done, for it may be broken off and begun again. */
export type Plan = { at: number; what: string; act: () => Promise<void> }

/** What simulated people act in. */
export type World = {
  platform: Platform
  programId: string
  owner: ApiClient
  chance: Chance
  fate: Fate
  signIn: (email: string) => Promise<ApiClient>
  /** Somebody will do something that no mail tells them to; told again (an act may be broken off), it is planned once. */
  later: (plan: Plan) => void
}

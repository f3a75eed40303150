import type { taskView } from '@pilotgate/contracts/gates/task-view'
import type { Answer } from '@pilotgate/core/program/fact'
import type { z } from 'zod'
import type { Chance } from './chance.ts'
import { subjectOf } from './people.ts'

export type TaskView = z.output<typeof taskView>

/** How many things a person counts when asked for a share, by fact; 4 sessions unless said here. */
const wholes: Record<string, number> = {
  'sponsor-actions-logged': 3,
  'issues-logged': 2,
}

/** Sessions fall out in the first sprint; the missed ones are made up before the recheck. */
const slowStart = ({ fact, gate, round }: TaskView) => fact === 'session-attendance' && gate === 'W06' && round === 1

/** Facts where few is good. */
const fewIsGood = ['open-systemic-blockers']

/** What a simulated person answers: mostly good news, with the setback above. */
export const answerTo = (task: TaskView, email: string, chance: Chance): Answer => {
  const luck = (what: string) => chance(what, email, subjectOf(task.taskId))
  switch (task.answerKind) {
    case 'yes-no':
      return {
        kind: 'yes-no',
        yes: task.role === 'participant' || task.role === 'manager' ? luck('yes') < 0.985 : true,
      }
    case 'count':
      return { kind: 'count', count: fewIsGood.includes(task.fact!) ? 0 : 2 + Math.floor(luck('count') * 2) }
    case 'ratio': {
      const whole = wholes[task.fact!] ?? 4
      const missed = slowStart(task)
        ? 1 + Math.floor(luck('missed') * 2)
        : !(task.fact! in wholes) && luck('missed') < 0.2
          ? 1
          : 0
      return { kind: 'ratio', part: task.fact === 'session-attendance' ? whole - missed : whole, whole }
    }
    case 'rating':
      return { kind: 'rating', rating: luck('rating') < 0.7 ? 4 : 5 }
    case 'change':
      return { kind: 'change', change: luck('change') < 0.8 ? 1 : 0 }
    default:
      throw new Error(`The simulation cannot answer task ${task.taskId}.`)
  }
}

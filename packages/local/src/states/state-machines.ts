import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { checkMachineArn, checkName, machineArn, type Place } from './arns.ts'
import { ApiError } from './errors.ts'
import type { MachineRow, MachineStore } from './machine-store.ts'
import { checkDefinition } from './validation.ts'

interface NewMachine {
  name: string
  definition: string
  roleArn: string
  type?: string
  /** JSON of settings that are kept and given back. */
  settings?: string
}

/** State machines as the API manages them. Throws `ApiError`s by the API reference's names. */
export interface StateMachines {
  /** Gives the existing one when name, definition, role, type and settings are all the same. */
  create(machine: NewMachine): MachineRow
  /** Running executions go on with the revision they started with. */
  update(arn: string, change: { definition?: string; roleArn?: string; settings?: string }): MachineRow
  describe(arn: string): MachineRow
  list(limit: number, after: string): MachineRow[]
  /** Deleting what is not there is no error. Its running executions go on. */
  delete(arn: string): void
}

export function stateMachines(store: MachineStore, clock: Clock, place: Place): StateMachines {
  const describe = (arn: string): MachineRow => {
    checkMachineArn(arn)
    const machine = store.find(arn)
    if (!machine) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    return machine
  }
  return {
    describe,
    list: (limit, after) => store.list(limit, after),
    create({ name, definition, roleArn, type = 'STANDARD', settings = '{}' }) {
      checkName(name)
      checkType(type)
      checkDefinition(definition)
      const arn = machineArn(place, name)
      const existing = store.find(arn)
      if (existing) {
        const same = existing.definition === definition && existing.roleArn === roleArn
        if (same && existing.type === type && existing.settings === settings) return existing
        throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
      }
      store.create({ arn, name, roleArn, type, revisionId: randomUUID(), definition, createdAt: clock.now(), settings })
      return describe(arn)
    },
    update(arn, change) {
      const machine = describe(arn)
      const { definition = machine.definition, roleArn = machine.roleArn, settings = machine.settings } = change
      checkDefinition(definition)
      store.update(arn, { revisionId: randomUUID(), roleArn, definition, createdAt: clock.now(), settings })
      return describe(arn)
    },
    delete(arn) {
      checkMachineArn(arn)
      store.delete(arn)
    },
  }
}

/** Express workflows have no history and no callbacks: nothing here would be true of them. */
function checkType(type: string): void {
  if (type === 'STANDARD') return
  throw new ApiError(
    'StateMachineTypeNotSupported',
    `State machine type '${type}' is not supported by the local engine.`,
  )
}

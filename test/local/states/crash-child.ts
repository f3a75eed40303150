/** Runs the crash scenario on a database file until it ends; meant to be killed. Usage: node crash-child.ts FOLDER */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStateStore } from '../../../packages/local/src/states/store.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'
import { CHILD, lambdas, scenario } from './crash-scenario.ts'
import { bench, ROLE } from './harness.ts'

const folder = process.argv[2] as string
const clockFile = join(folder, 'clock.json')
const inbox = join(folder, 'tokens.txt')

const clock = virtualClock({
  speed: 100,
  persist: {
    load: () => (existsSync(clockFile) ? JSON.parse(readFileSync(clockFile, 'utf8')) : undefined),
    save: (state) => writeFileSync(clockFile, JSON.stringify(state)),
  },
})
clock.run(100)

const { engine } = bench(
  lambdas(({ token }) => {
    appendFileSync(inbox, `${token}\n`)
    setTimeout(() => void answer(token), 15)
  }) as never,
  { store: openStateStore(join(folder, 'states.db')), clock },
)

async function answer(token: string): Promise<void> {
  try {
    await engine.sendTaskSuccess(token, '"yes"')
    console.log(`acknowledged ${token}`)
  } catch (error) {
    if ((error as { code?: string }).code !== 'TaskTimedOut') throw error
  }
}

const { arn: child } = engine.machines.create({ name: 'child', definition: JSON.stringify(CHILD), roleArn: ROLE })
const definition = JSON.stringify(scenario(child))
const { arn: stateMachineArn } = engine.machines.create({ name: 'crash', definition, roleArn: ROLE })
engine.recover()
console.log('ready')
if (existsSync(inbox)) for (const token of readFileSync(inbox, 'utf8').trim().split('\n')) void answer(token)
let arn = `${stateMachineArn.replace('stateMachine', 'execution')}:one`
try {
  arn = engine.startExecution({ stateMachineArn, name: 'one' }).arn
} catch (error) {
  if ((error as { code?: string }).code !== 'ExecutionAlreadyExists') throw error
}
console.log('started')
while (engine.describeExecution(arn).status === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 5))
console.log('finished')
process.exit(0)

import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkFolder, freePort } from './checks.ts'
import type { DatabaseProblem } from './database-problem.ts'
import { type JavaProcess, startJava } from './java-process.ts'
import { forgetOwner, recordOwner, stopLeftover } from './leftover.ts'
import { keepStreamRecords } from './stream-retention.ts'

export interface DynamoDbOptions {
  /** The port on 127.0.0.1; any free one when absent. */
  port?: number
  /** Where the database lives on disk (created when missing); absent = in memory, gone with the process. */
  folder?: string
  /** It will be busy for a minute or more: a slower start that is faster afterwards pays off. */
  long?: boolean
  /** Takes one line for the person at the terminal. */
  log?: (line: string) => void
  /** The Java command, `java` when absent. */
  java?: string
  /** Called when the database keeps dying and is not started any more. */
  onGiveUp?: (problem: DatabaseProblem) => void
}

export interface DynamoDb {
  /** `http://127.0.0.1:PORT`. Give clients about ten attempts, so that they outlast a restart of the database (a second or two). */
  endpoint: string
  stop(): Promise<void>
}

const RESTARTS_PER_MINUTE = 5

/**
 * Starts AWS's own DynamoDB Local as a child process and keeps it running: when it dies it is started again on the same
 * folder and port. It ends with this process, even when this process is killed.
 *
 * @throws DatabaseProblem with a remedy in its message: no Java, port taken, folder in use, not writable, disk full, died.
 */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<DynamoDb> {
  const { log = () => {}, java = 'java', long = false, onGiveUp = () => {} } = options
  const { folder, wasKilled } = await prepareFolder(options.folder, log)
  const port = await freePort(options.port, wasKilled ? 5_000 : 0)
  let stopping = false
  let current: JavaProcess

  const launch = async () => {
    current = startJava({ java, port, folder, long })
    if (folder && current.pid) await recordOwner(folder, current.pid)
    await current.ready.catch(async (problem) => {
      await current.stop()
      throw problem
    })
  }

  const superviseFrom = async (deaths: number[]): Promise<void> => {
    const reason = await current.ended
    if (stopping) return
    const recent = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()]
    log(`${reason.message}\nStarting the database again (${recent.length} of ${RESTARTS_PER_MINUTE} tries in a minute)`)
    if (recent.length > RESTARTS_PER_MINUTE) return giveUp(reason)
    await sleep(100 * 2 ** (recent.length - 1))
    if (stopping) return
    // A failed start ends the process too: the next round counts it and reports it.
    await launch().then(
      () => log(`The database is back on port ${port}`),
      () => {},
    )
    return superviseFrom(recent)
  }

  const giveUp = (problem: DatabaseProblem) => {
    log('The database keeps dying: giving up. The data folder is as it was after the last acknowledged write.')
    onGiveUp(problem)
  }

  await launch()
  void superviseFrom([])
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      stopping = true
      await current.stop()
      if (folder) await forgetOwner(folder)
    },
  }
}

async function prepareFolder(
  wanted: string | undefined,
  log: (line: string) => void,
): Promise<{ folder: string | undefined; wasKilled: boolean }> {
  if (wanted === undefined) return { folder: undefined, wasKilled: false }
  await checkFolder(wanted)
  const folder = await realpath(wanted)
  const wasKilled = await stopLeftover(folder, log)
  keepStreamRecords(folder)
  return { folder, wasKilled }
}

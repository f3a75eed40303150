/** The platform on a folder and a paused clock, in a process of its own that is meant to be killed. Usage: node child.ts PORT FOLDER START [memory] */
import { startRuntime } from '../../runtime.ts'

const [port, data, start, database] = process.argv.slice(2)
const runtime = await startRuntime({
  port: Number(port),
  data: data!,
  memory: database === 'memory',
  paused: true,
  start: Number(start),
  log: (line) => console.error(line),
})
process.once('SIGTERM', () => runtime.stop().then(() => process.exit(0)))
// Standard input stays open as long as whoever started us lives.
process.stdin.on('end', () => process.exit(1)).resume()
console.log('ready')

import { afterAll, vi } from 'vitest'

/** Everything that anybody of this process writes to the output from now on, at the finest level there is, until the tests of the file are over. */
export const captureOutput = (): string[] => {
  process.env.LOG_LEVEL = 'DEBUG'
  const output: string[] = []
  const noted = (...written: unknown[]) =>
    void output.push(written.map((each) => (each instanceof Error ? each.stack : String(each))).join(' '))
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(noted)
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
      noted(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
      return write(chunk, ...(rest as []))
    })
  }
  afterAll(() => vi.restoreAllMocks())
  return output
}

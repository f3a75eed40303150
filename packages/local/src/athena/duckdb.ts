import type { DuckDBConnection } from '@duckdb/node-api'

/** DuckDB of this process; loaded at the first question, since it takes a quarter of a second and 100 MB. */
export type DuckDb = {
  /** @throws Error that says what to do when DuckDB is not there for this machine */
  connection(): Promise<DuckDBConnection>
  close(): void
}

export const duckDb = (): DuckDb => {
  let opened: Promise<{ connection: DuckDBConnection; close: () => void }> | undefined

  const open = async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch((cause: Error) => {
      throw new Error(
        `The warehouse on this machine needs DuckDB, which is not installed for ${process.platform}-${process.arch}. ` +
          'Run "npm ci"; where DuckDB has no build for this machine, rows are kept and everything but the warehouse works.',
        { cause },
      )
    })
    const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '512MB' })
    const connection = await instance.connect()
    return {
      connection,
      close() {
        connection.closeSync()
        instance.closeSync()
      },
    }
  }

  return {
    async connection() {
      opened ??= open()
      return (await opened).connection
    },
    close() {
      opened?.then(({ close }) => close()).catch(() => undefined)
      opened = undefined
    },
  }
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

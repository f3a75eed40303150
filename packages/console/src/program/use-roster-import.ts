import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/client.ts'
import type { RosterRow } from './roster-file.ts'
import { addUp, type RosterResult, sendRoster } from './roster-parts.ts'

/** Sends rosters into a program: how far it has come, and how it came out, added up over corrections and further tries. */
export const useRosterImport = (programId: string) => {
  const client = useQueryClient()
  const [progress, setProgress] = useState<{ through: number; all: number }>()
  const [result, setResult] = useState<RosterResult>()
  const send = async (rows: RosterRow[]): Promise<RosterResult> => {
    setProgress({ through: 0, all: rows.length })
    const sendPart = (csv: string) => call('importRoster', { path: { programId }, body: { csv } }, crypto.randomUUID())
    const sent = await sendRoster(rows, sendPart, (through) => setProgress({ through, all: rows.length }))
    const total = result ? addUp(result, rows, sent) : sent
    setResult(total)
    setProgress(undefined)
    await client.invalidateQueries()
    return total
  }
  return { progress, result, send, clear: () => setResult(undefined) }
}

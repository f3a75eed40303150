import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { sampleRoster } from './create-sample.ts'
import { sendRoster } from './roster-parts.ts'

type StepState = 'waiting' | 'doing' | 'done' | 'failed'
const titles = ['Create the program from the template', 'Import the sample people and your own roles']

/** Sets up the sample pilot step by step; what was done stays done when it is begun again after a failure. */
export const useSamplePilot = ({ startDate, zone, people }: { startDate: string; zone: string; people: string }) => {
  const client = useQueryClient()
  const [states, setStates] = useState<StepState[]>(titles.map(() => 'waiting'))
  const [failure, setFailure] = useState<Error>()
  const [programId, setProgramId] = useState<string>()
  const key = useRef(crypto.randomUUID())
  const mark = (step: number, state: StepState) =>
    setStates((before) => before.map((each, index) => (index === step ? state : each)))

  const step = async <T>(index: number, work: () => Promise<T>): Promise<T> => {
    mark(index, 'doing')
    try {
      const made = await work()
      mark(index, 'done')
      return made
    } catch (error) {
      mark(index, 'failed')
      throw error
    }
  }

  const setUp = async () => {
    const body = { name: 'Sample pilot', templateId: 'leadership-pilot-24w', startDate, zone }
    // The same key gives the same program when it is tried again.
    const made = await step(0, () => call('createProgram', { body }, key.current))
    setProgramId(made.programId)
    const path = { programId: made.programId }
    await step(1, async () => {
      // A roster changes name and zone for the whole organisation: one's own stay what they are.
      const { personId } = await call('readMyPart', { path })
      const { items } = await call('listPeople', { path, query: { ids: personId } })
      const rows = sampleRoster(people, items[0]!, zone)
      const sent = await sendRoster(rows, (csv) => call('importRoster', { path, body: { csv } }, crypto.randomUUID()))
      if (sent.failure) throw sent.failure
      const [problem] = sent.problems
      if (problem) throw new Error(`${problem.row.texts.name}: ${problem.problem}`)
    })
  }

  const begin = () => {
    setFailure(undefined)
    setUp()
      .catch(setFailure)
      .finally(() => client.invalidateQueries())
  }
  const busy = states.includes('doing')
  return { steps: titles.map((title, index) => ({ title, state: states[index]! })), busy, failure, programId, begin }
}

import { useProgram } from '../program/use-program.tsx'
import { localTimeOf } from '../when/local-time.ts'
import { useNow } from '../when/use-now.ts'

/** The platform's calendar day in the program's zone, `YYYY-MM-DD`. */
export const useToday = (): string => {
  const { zone } = useProgram()
  return localTimeOf(useNow(), zone).slice(0, 10)
}

import { useProgram } from '../program/use-program.tsx'
import { useMayApprove } from './use-matches.ts'
import type { Match } from './words.ts'

type Change = {
  route: 'overrideMatch' | 'reassignMatch'
  /** What the buttons say, for anybody and for one provider. */
  action: string
  each: string
}

const override: Change = { route: 'overrideMatch', action: 'Choose another', each: 'Choose instead' }
const reassign: Change = { route: 'reassignMatch', action: 'Reassign', each: 'Reassign to' }

/** How the person signed in can give the participant another provider: before publication, after it, or not at all. */
export const useMayChange = (match: Match): Change | undefined => {
  const { may } = useProgram()
  const mayApprove = useMayApprove()
  if (match.status === 'proposed' || match.status === 'approved') return may('review matches') ? override : undefined
  return match.status === 'published' && mayApprove(match) ? reassign : undefined
}

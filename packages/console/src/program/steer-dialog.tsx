import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import type { Answer } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { useTell } from '../frame/notices.tsx'
import { SteerRemedies } from './steer-remedies.tsx'
import { useProgram } from './use-program.tsx'

type Status = Answer<'getProgram'>['status']
export type Steering = {
  route: 'startProgram' | 'pauseProgram' | 'resumeProgram' | 'stopProgram'
  verb: string
  past: string
  primary: boolean
  when: Status[]
  /** What will happen, and whether it can be undone. */
  consequence: string
}

/** The ways to steer a program, in the order of their buttons. */
export const steerings: Steering[] = [
  {
    ...{ route: 'stopProgram', verb: 'Stop', past: 'stopped', primary: false, when: ['running', 'paused'] },
    consequence:
      'The program ends for good. This cannot be undone: no week opens any more, and nothing that waits is decided. What was recorded stays readable.',
  },
  {
    ...{ route: 'pauseProgram', verb: 'Pause', past: 'paused', primary: false, when: ['running'] },
    consequence:
      'No week opens and no gate is checked until the program is resumed. The plan then moves by whole weeks, so that nobody is measured for the time of the pause.',
  },
  {
    ...{ route: 'resumeProgram', verb: 'Resume', past: 'resumed', primary: true, when: ['paused'] },
    consequence: 'The program goes on where it was paused. Where its check is past, the plan moves by whole weeks.',
  },
  {
    ...{ route: 'startProgram', verb: 'Start', past: 'started', primary: true, when: ['draft'] },
    consequence:
      'The first week opens on its day, and everyone it asks gets a mail. Dates, time zone and cohort size can no longer change after the start.',
  },
]

/** Asks for the reason and steers the program; says what is missing, with the way there, when it is refused. */
export const SteerDialog = ({ steering, onClose }: { steering: Steering; onClose: () => void }) => {
  const { programId, program } = useProgram()
  const act = useAct(steering.route)
  const tell = useTell()
  const [refusal, setRefusal] = useState<Error>()
  const steer = async (reason: string) => {
    setRefusal(undefined)
    try {
      await act.mutateAsync({ path: { programId }, body: { reason } })
    } catch (error) {
      setRefusal(error as Error)
      throw error
    }
    tell(`${program.name} was ${steering.past}.`)
  }
  return (
    <Confirm
      question={`${steering.verb} ${program.name}?`}
      action={`${steering.verb} the program`}
      reasonLabel="Reason"
      onConfirm={steer}
      onClose={onClose}
    >
      <Box variant="p">{steering.consequence}</Box>
      {refusal && steering.route === 'startProgram' && <SteerRemedies refusal={refusal} />}
    </Confirm>
  )
}

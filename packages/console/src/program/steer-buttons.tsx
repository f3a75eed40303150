import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { SteerDialog, type Steering, steerings } from './steer-dialog.tsx'
import { useProgram } from './use-program.tsx'

/** What a program owner can do with a program in its state: start; pause or stop (veto); resume. */
export const SteerButtons = () => {
  const { program, may } = useProgram()
  const [asked, setAsked] = useState<Steering>()
  const possible = steerings.filter(({ when }) => when.includes(program.status))
  if (!may('steer program') || possible.length === 0) return null
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {possible.map((each) => (
          <Button key={each.verb} variant={each.primary ? 'primary' : 'normal'} onClick={() => setAsked(each)}>
            {each.verb}
          </Button>
        ))}
      </SpaceBetween>
      {asked && <SteerDialog steering={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

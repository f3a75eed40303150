import { Page } from '../frame/page.tsx'
import { OverviewOfMyPart } from './overview-of-my-part.tsx'
import { OverviewOfProgram } from './overview-of-program.tsx'
import { ProgramStatus } from './program-status.tsx'
import { SteerButtons } from './steer-buttons.tsx'
import { useProgram } from './use-program.tsx'

const crumbs = [{ text: 'Programs', href: '/programs' }]

/** The program at a glance; for those who do not see its gates, their own part in it. */
export const Component = () => {
  const { program, may } = useProgram()
  return (
    <Page
      title={program.name}
      crumbs={crumbs}
      info={<ProgramStatus status={program.status} />}
      actions={<SteerButtons />}
    >
      {may('read gates') ? <OverviewOfProgram /> : <OverviewOfMyPart />}
    </Page>
  )
}

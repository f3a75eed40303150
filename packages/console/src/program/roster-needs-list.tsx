import Alert from '@cloudscape-design/components/alert'
import type { needsOf } from './roster-needs.ts'

/** What a program needs in people before it can start, or that nothing is missing. */
export const RosterNeeds = ({ needs }: { needs: ReturnType<typeof needsOf> }) => {
  const { roles, committee, cohort } = needs
  if (roles.length === 0 && !committee && !cohort) {
    return <Alert type="success">With these people the program has everyone it needs to start.</Alert>
  }
  return (
    <Alert type="info" header="Still missing">
      <ul>
        {roles.map(({ role, gates }) => (
          <li key={role}>
            Somebody who is <strong>{role}</strong>: asked for evidence at {gates.join(', ')}
          </li>
        ))}
        {committee && (
          <li>
            People for the steering committee ({committee.seats.join(', ')}): it has {committee.members} and decides
            with {committee.quorum}
          </li>
        )}
        {cohort && (
          <li>
            Participants: there are {cohort.participants}, and the cohort gate asks for {cohort.minimum}
          </li>
        )}
      </ul>
      You can go on and import the others later. The program starts once every role that is asked has somebody in it.
    </Alert>
  )
}

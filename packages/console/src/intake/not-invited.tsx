import Alert from '@cloudscape-design/components/alert'
import { ButtonTo } from '../frame/link-to.tsx'
import { useProgram } from '../program/use-program.tsx'
import { ConsentSection } from './consent/consent-section.tsx'
import type { Consent } from './consent/words.ts'

/** There is no intake to see here; consent can be changed all the same. */
export const NotInvited = ({ mine, consent }: { mine: boolean; consent: Consent | undefined }) => {
  const { programId, part, may } = useProgram()
  const takesPart = mine && part.roles.includes('participant')
  const cohort = may('list intakes') && <ButtonTo href={`/programs/${programId}/intake`}>To the cohort</ButtonTo>
  return (
    <>
      <Alert
        type="info"
        header="There is no intake to show"
        action={cohort || <ButtonTo href={`/programs/${programId}`}>To the program</ButtonTo>}
      >
        {takesPart
          ? 'You are not invited yet. A mail comes with the link when it is time; there is nothing to do until then.'
          : mine
            ? 'Intakes are for participants, and you are none in this program.'
            : 'This participant is not invited yet, or is not in this program any more.'}
      </Alert>
      {takesPart && consent && <ConsentSection consent={consent} personId={consent.personId} title="Your consent" />}
    </>
  )
}

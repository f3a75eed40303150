import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import type { Agreement } from '../words.ts'
import { ChangeAgreement } from './change-agreement.tsx'
import { Clauses } from './clauses.tsx'
import { Sign } from './sign.tsx'
import { Signatures } from './signatures.tsx'

/** The newest version of the working agreement, with what one can do with it. */
export const AgreementVersion = ({ agreement }: { agreement: Agreement }) => {
  const { part } = useProgram()
  const { engagement, mayAct, side, path, nameOf } = usePair()
  const sign = useAct('signAgreement')
  const { number, signatures, signedByBoth, change, madeBy } = agreement
  const signed = signatures.some(({ personId }) => personId === part.personId)
  const charterFirst = side === 'provider' && engagement.mentorCoach && !engagement.charterSignedAt
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            change ? `Changed by ${nameOf(madeBy)}: ${change}` : 'Drafted from the match, the goals and the cadence.'
          }
          actions={
            mayAct && (
              <SpaceBetween direction="horizontal" size="xs">
                <ChangeAgreement agreement={agreement} />
                {!signed && !charterFirst && (
                  <Sign
                    text="Sign"
                    title={`Sign version ${number} of the working agreement`}
                    onSign={(name) => sign.mutateAsync({ path: { ...path, number: String(number) }, body: { name } })}
                    done={`You have signed version ${number} of the working agreement.`}
                  />
                )}
              </SpaceBetween>
            )
          }
        >
          Working agreement, version {number}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {!signedByBoth && (
          <Alert type={signed ? 'info' : 'warning'}>
            {charterFirst
              ? 'Sign the role charter and the data-access agreement first.'
              : signed
                ? 'You have signed. It holds once the other one has signed, too.'
                : 'It holds once both of you have signed.'}
            {engagement.agreement !== undefined && ` Until then version ${engagement.agreement} stays valid.`}
          </Alert>
        )}
        <Signatures agreement={agreement} />
        <Clauses clauses={agreement.clauses} />
      </SpaceBetween>
    </Container>
  )
}

import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import type { Agreement } from '../words.ts'

/** Who of the two has signed a version, and when. */
export const Signatures = ({ agreement }: { agreement: Agreement }) => {
  const { zone } = useProgram()
  const { engagement, nameOf } = usePair()
  return (
    <KeyValuePairs
      columns={2}
      items={[engagement.participantId, engagement.providerId].map((personId) => {
        const signature = agreement.signatures.find((each) => each.personId === personId)
        return {
          label: nameOf(personId),
          value: (
            <StatusIndicator type={signature ? 'success' : 'pending'}>
              {signature ? `Signed as “${signature.name}”, ${moment(signature.at, zone)}` : 'Not signed yet'}
            </StatusIndicator>
          ),
        }
      })}
    />
  )
}

import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Refused } from '../api/client.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { useProgram } from './use-program.tsx'
import { useTemplate } from './use-template.ts'

/** Where to put right what keeps a program from starting. */
export const SteerRemedies = ({ refusal }: { refusal: Error }) => {
  const { programId } = useProgram()
  const fields = refusal instanceof Refused ? refusal.fields.map(({ field }) => field) : []
  const notReady = refusal instanceof Refused && refusal.code === 'NotPossibleNow'
  const signOff = useSignOffGate(notReady)
  const base = `/programs/${programId}`
  const remedies = [
    ...(fields.includes('people') ? [{ href: `${base}/people`, text: 'Add the people who are missing' }] : []),
    ...(fields.includes('startDate') ? [{ href: `${base}/settings`, text: 'Choose another start date' }] : []),
    ...(fields.includes('zone') ? [{ href: `${base}/settings`, text: 'Choose another time zone' }] : []),
    ...(signOff
      ? [
          {
            href: `${base}/gates/${signOff}`,
            text: `State the legal sign-off at gate ${signOff}, as somebody of legal`,
          },
        ]
      : []),
  ]
  if (remedies.length === 0) return null
  return (
    <SpaceBetween size="xs">
      <Box variant="strong">To put it right</Box>
      {remedies.map(({ href, text }) => (
        <LinkTo key={text} href={href}>
          {text}
        </LinkTo>
      ))}
    </SpaceBetween>
  )
}

/** The gate whose criterion holds the legal sign-off. */
const useSignOffGate = (enabled: boolean): string | undefined => {
  const { template } = useTemplate(enabled).data ?? {}
  return template?.gates.find(({ criterion }) => criterion.all.some(({ fact }) => fact === 'legal-sign-off'))?.gate
}

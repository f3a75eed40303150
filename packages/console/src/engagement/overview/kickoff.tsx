import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useAct } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form, instant } from '../schemas.ts'

const starts = form({
  blocks: { type: 'array', title: 'Three starts', items: instant('Start'), minItems: 3, maxItems: 3 },
})

/** The six items that have to be there before the first session (E1), and what is missing. */
export const Kickoff = () => {
  const { zone } = useProgram()
  const { engagement, mayAct, path } = usePair()
  const plan = useAct('planBlocks')
  const start = useAct('kickOff')
  const { kickoff, blocks = [] } = engagement
  const missing = kickoff.filter(({ done }) => !done).length
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            missing === 0
              ? 'All six items are there; the engagement can start.'
              : `${missing} of the six items ${missing === 1 ? 'is' : 'are'} missing. The first session comes after that.`
          }
          actions={
            mayAct && (
              <SpaceBetween direction="horizontal" size="xs">
                <FormButton
                  text={blocks.length > 0 ? 'Change the starts' : 'Name three starts'}
                  action="Keep the three starts"
                  schema={starts}
                  hints={{ blocks: { noun: 'start', label: 'First three sessions' } }}
                  known={{ blocks }}
                  onSend={(body: { blocks: string[] }) => plan.mutateAsync({ path, body })}
                  done="The starts of the first three sessions are kept."
                />
                {missing === 0 && (
                  <ConfirmButton
                    text="Start the engagement"
                    variant="primary"
                    question="Start the engagement?"
                    onConfirm={() => start.mutateAsync({ path, body: {} })}
                    done="The engagement has started. Its first three sessions are planned."
                  >
                    The three named starts become the first sessions; both of you get calendar invitations.
                  </ConfirmButton>
                )}
              </SpaceBetween>
            )
          }
        >
          Kickoff
        </Header>
      }
    >
      <SpaceBetween size="s">
        {kickoff.map(({ item, done, missing: what }) => (
          <div key={item}>
            <StatusIndicator type={done ? 'success' : 'pending'}>
              {inWords(item)}: {done ? 'there' : 'missing'}
            </StatusIndicator>
            {!done && what && <div>{what}</div>}
          </div>
        ))}
        {blocks.length > 0 && <div>Named starts: {blocks.map((at) => moment(at, zone)).join('; ')}</div>}
      </SpaceBetween>
    </Container>
  )
}

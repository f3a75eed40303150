import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'
import { Facts } from '../facts.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useLeads } from '../use-leads.ts'
import type { Candidacy } from '../words.ts'

/** What a mentor committed to do for a mentee, and what came of it (S-M9). */
export const SponsorAction = ({ candidacy }: { candidacy: Candidacy }) => {
  const { programId, part, may, zone } = useProgram()
  const now = useNow()
  const leads = useLeads()
  const log = useAct('logSponsorAction')
  const [logging, setLogging] = useState(false)
  const { commitment, candidacyId, personId, path, name } = candidacy
  if (!commitment) return null
  const { action, what, verifiedBy, committedAt, dueAt, missedAt, outcome } = commitment
  const logs = !outcome && may('log sponsor action') && (personId === part.personId || leads(path))
  const late = !outcome && dueAt < now
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Its outcome is due within 60 days of the commitment."
          actions={logs && <Button onClick={() => setLogging(true)}>Log the outcome</Button>}
        >
          Sponsor action
        </Header>
      }
    >
      <SpaceBetween size="m">
        {missedAt && !outcome && (
          <Alert type="warning" header="Suspended from new matches">
            No outcome was logged by {moment(dueAt, zone)}. Logged now, it ends the suspension.
          </Alert>
        )}
        <Facts
          of={[
            ['Committed', `${inWords(action)}: ${what}`],
            ['Who can verify it', verifiedBy],
            ['Committed on', moment(committedAt, zone)],
            [
              'Outcome due',
              <StatusIndicator key="due" type={outcome ? 'success' : late ? 'error' : 'in-progress'}>
                {outcome ? `Logged ${moment(outcome.at, zone)}` : `${moment(dueAt, zone)}, ${fromNow(dueAt, now)}`}
              </StatusIndicator>,
            ],
            ['What came of it', outcome?.text],
            ['What shows it', outcome?.evidence],
          ]}
        />
      </SpaceBetween>
      {logging && (
        <FormDialog
          title={`Log what came of the sponsor action of ${name}`}
          action="Log the outcome"
          schema={{
            type: 'object',
            properties: {
              outcome: { type: 'string', minLength: 3, maxLength: 2000 },
              evidence: { type: 'string', minLength: 3, maxLength: 2000 },
            },
            required: ['outcome', 'evidence'],
          }}
          hints={{ outcome: { label: 'What came of it?' }, evidence: { label: 'What shows it, or who can say so?' } }}
          onSend={(body: Input<'logSponsorAction'>['body']) =>
            log.mutateAsync({ path: { programId, candidacyId }, body })
          }
          done="The outcome is logged."
          onClose={() => setLogging(false)}
        >
          “{what}” It cannot be changed afterwards.
        </FormDialog>
      )}
    </Container>
  )
}

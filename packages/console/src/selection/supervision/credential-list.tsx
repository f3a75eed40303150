import Box from '@cloudscape-design/components/box'
import { allAtOnce, type RowOf, useRead } from '../../api/queries.ts'
import { ButtonTo, LinkTo } from '../../frame/link-to.tsx'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { dayOf } from '../../when/when.ts'
import { paths } from '../words.ts'
import { CredentialStatus, credentialWords } from './credential-status.tsx'

type Credential = RowOf<'listCredentials'>

/** Who has passed, until when, and what comes due. */
export const CredentialList = () => {
  const { programId, zone } = useProgram()
  const now = useNow()
  const credentials = allAtOnce(useRead('listCredentials', { path: { programId } }))
  const recertification = ({ recertifyFrom, recertifyBy }: Credential) =>
    recertifyFrom <= now ? `Open, until ${dayOf(recertifyBy, zone)}` : `Opens ${dayOf(recertifyFrom, zone)}`
  return (
    <List
      title="Credentials"
      about={`The proof that somebody passed, good in all programs of the organisation. Days are those of ${zone}.`}
      from={credentials}
      noun={{ one: 'credential', many: 'credentials' }}
      id={({ service, personId }) => `${service}.${personId}`}
      file="credentials"
      sortedBy={{ id: 'name' }}
      empty={{
        text: 'Nobody has passed the selection yet.',
        action: <ButtonTo href={`/programs/${programId}/candidacies`}>Open the selection</ButtonTo>,
      }}
      columns={[
        {
          id: 'name',
          header: 'Name',
          rowHeader: true,
          minWidth: 140,
          value: ({ name }) => name,
          cell: ({ name, service, personId }) => (
            <LinkTo href={`/programs/${programId}/supervision/credentials/${service}.${personId}`}>{name}</LinkTo>
          ),
        },
        { id: 'path', header: 'As', minWidth: 120, value: ({ path }) => paths[path].title },
        {
          id: 'status',
          header: 'Status',
          minWidth: 180,
          value: ({ status, because }) => [credentialWords[status], because].filter(Boolean).join(': '),
          cell: ({ status, because }) => (
            <>
              <CredentialStatus status={status} />
              <Box variant="small" display="block">
                {because}
              </Box>
            </>
          ),
        },
        { id: 'level', header: 'Level', minWidth: 120, value: ({ level }) => level },
        {
          id: 'passed',
          header: 'Passed on',
          minWidth: 120,
          value: ({ passedAt }) => passedAt,
          cell: ({ passedAt }) => dayOf(passedAt, zone),
        },
        {
          id: 'calibration',
          header: 'Calibration median (of 5)',
          value: ({ calibration }) => calibration.median,
        },
        {
          id: 'recertification',
          header: 'Recertification',
          minWidth: 150,
          value: ({ recertifyBy }) => recertifyBy,
          cell: recertification,
        },
        {
          id: 'brief',
          header: 'Outcomes brief due',
          minWidth: 120,
          value: ({ briefDueAt }) => briefDueAt,
          cell: ({ briefDueAt }) => dayOf(briefDueAt, zone),
        },
      ]}
    />
  )
}

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAct, useRead } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { useTell } from '../frame/notices.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { CredentialStatus } from './supervision/credential-status.tsx'
import { Standing } from './supervision/standing.tsx'
import { useGuides } from './use-leads.ts'
import { useSelectionNames } from './use-names-of-selection.ts'
import type { Service } from './words.ts'

/** One credential, `SERVICE.PERSON`: whether it holds and what keeps it. */
export const Component = () => {
  const [service = '', personId = ''] = (useParams().credentialId ?? '').split('.')
  const { programId, part, may } = useProgram()
  const guides = useGuides()
  const credentials = useRead('listCredentials', { path: { programId } }, { enabled: may('read credentials') })
  const known = credentials.data?.items.find((each) => each.personId === personId && each.service === service)
  const nameOf = useSelectionNames([personId])
  const name = known?.name ?? nameOf(personId)
  const own = personId === part.personId
  const isService = service === 'coach' || service === 'mentor'
  const crumbs = useCrumbs(['Supervision', '/supervision'])
  return (
    <Page
      key={`${service}.${personId}`}
      title={own ? 'Your credential' : name}
      info={known && <CredentialStatus status={known.status} />}
      about={isService ? `Credential as a ${service}, good in all programs of the organisation.` : undefined}
      crumbs={crumbs}
      actions={
        known &&
        known.status !== 'lapsed' &&
        !own &&
        may('manage credentials') &&
        guides(known.service) && (
          <ChangeStatus service={known.service} personId={personId} status={known.status} name={name} />
        )
      }
    >
      {!isService && <Alert type="warning">There are no credentials of a “{service}”.</Alert>}
      {isService && may('read supervision') && (own || guides(service)) && (
        <Standing service={service} personId={personId} heading="Where it stands" />
      )}
      {isService && !own && !guides(service) && (
        <Alert>
          {known ? `${name} passed as a ${service}.` : 'This credential is not for you to read.'} {known?.because}
        </Alert>
      )}
    </Page>
  )
}

type ChangeProps = { service: Service; personId: string; status: 'valid' | 'suspended'; name: string }

const ChangeStatus = ({ service, personId, status, name }: ChangeProps) => {
  const { programId } = useProgram()
  const change = useAct('changeCredentialStatus')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const [action, to] = status === 'valid' ? (['Suspend', 'suspended'] as const) : (['Reinstate', 'valid'] as const)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{action}</Button>
      {asking && (
        <Confirm
          question={`${action} ${name} as a ${service}?`}
          action={action}
          reasonLabel="Why"
          onConfirm={async (reason) => {
            await change.mutateAsync({ path: { programId, service, personId }, body: { status: to, reason } })
            tell(`${name}: ${to === 'valid' ? 'reinstated' : 'suspended'} as a ${service}.`)
          }}
          onClose={() => setAsking(false)}
        >
          {to === 'suspended'
            ? 'No new matches in any program of the organisation; matches they have stay. They, the lead and the matching owner are told.'
            : 'They can be matched again in every program of the organisation.'}
        </Confirm>
      )}
    </>
  )
}

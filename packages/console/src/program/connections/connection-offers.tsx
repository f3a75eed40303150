import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct, useRead } from '../../api/queries.ts'
import { FormDialog } from '../../form/form-dialog.tsx'
import type { Schema } from '../../form/schema.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { LinkTo } from '../../frame/link-to.tsx'
import { noPartIn } from '../kept-choices.ts'
import type { Connection } from './connection-words.tsx'

type Offer = Connection['offers'][number]
type Entered = { programId: string; role: Offer['roles'][number]; departments?: string; titles?: string }

const split = (text: string | undefined): string[] =>
  (text ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean)

const filters = ({ departments = [], titles = [] }: Offer): string =>
  [departments.length > 0 && `in ${departments.join(' or ')}`, titles.length > 0 && `hired as ${titles.join(' or ')}`]
    .filter(Boolean)
    .join(', ') || 'everybody'

const schema: Schema = {
  type: 'object',
  properties: {
    programId: { type: 'string', title: 'Program' },
    role: { type: 'string', title: 'Role', enum: ['participant', 'coach', 'mentor', 'manager'] },
    departments: {
      type: 'string',
      title: 'Only of these departments',
      description: 'Several are separated by semicolons. Empty: all.',
    },
    titles: {
      type: 'string',
      title: 'Only with these titles',
      description: 'Several are separated by semicolons. Empty: all.',
    },
  },
  required: ['programId', 'role'],
}

/** Which of the newly hired are put on the roster of which program. */
export const ConnectionOffers = ({ connection }: { connection: Connection }) => {
  const { connectionId, version, offers } = connection
  const edit = useAct('editConnection')
  const programs = useRead('listPrograms', {}).data?.items
  const [adding, setAdding] = useState(false)
  const open = (programs ?? []).filter(({ status }) => status !== 'stopped' && status !== 'completed')
  const save = (next: Offer[]) => edit.mutateAsync({ path: { connectionId }, version, body: { offers: next } })
  const add = ({ programId, role, departments, titles }: Entered) =>
    save([
      ...offers,
      {
        programId,
        roles: [role],
        ...(split(departments).length > 0 && { departments: split(departments) }),
        ...(split(titles).length > 0 && { titles: split(titles) }),
      },
    ])
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Whoever is newly hired is put on the roster of a program and, as a participant, invited to the intake."
          actions={
            <Button onClick={() => setAdding(true)} disabled={open.length === 0}>
              Add a program
            </Button>
          }
        >
          New hires
        </Header>
      }
    >
      {offers.length === 0 && 'New hires are not put into any program by themselves.'}
      <SpaceBetween size="xs">
        {offers.map((offer, index) => (
          <SpaceBetween key={JSON.stringify(offer)} direction="horizontal" size="s" alignItems="center">
            <span>
              <OfferedProgram programs={programs} id={offer.programId} />
              {`: ${filters(offer)}, as ${offer.roles.join(', ')}`}
            </span>
            <ConfirmButton
              text="Remove"
              question="Offer no places to new hires there any more?"
              action="Remove"
              onConfirm={() => save(offers.filter((_, at) => at !== index))}
              done="New hires are not put into that program any more."
            >
              Those who are on the roster already stay.
            </ConfirmButton>
          </SpaceBetween>
        ))}
      </SpaceBetween>
      {adding && (
        <FormDialog
          title="Offer places to new hires"
          action="Offer places"
          zone={connection.zone}
          schema={schema}
          hints={{
            programId: { options: open.map(({ programId, name }) => ({ value: programId, label: name })) },
          }}
          onSend={add}
          onClose={() => setAdding(false)}
        />
      )}
    </Container>
  )
}

type OfferedProgramProps = { programs: { programId: string; name: string }[] | undefined; id: string }

const OfferedProgram = ({ programs, id }: OfferedProgramProps) => {
  const found = programs?.find(({ programId }) => programId === id)
  if (found) return <LinkTo href={`/programs/${id}`}>{found.name}</LinkTo>
  return programs ? `${noPartIn} (${id})` : id
}

import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import type { Gate } from './gate.ts'
import { statementSchema } from './statement-schema.ts'

type StateFactProps = { gate: string; facts: Gate['needs']; onClose: () => void }
type Statement = Pick<Input<'attestFact'>['body'], 'value' | 'source' | 'note'>

/** States a fact of a gate: its value and where it comes from. Earlier statements stay on record; the latest counts. */
export const StateFact = ({ gate, facts, onClose }: StateFactProps) => {
  const { programId, zone } = useProgram()
  const [fact, setFact] = useState(facts[0]!)
  const state = useAct('attestFact')
  const tell = useTell()
  const options = facts.map(({ fact: value, words }) => ({ value, label: words }))
  const send = async (value: unknown) => {
    await state.mutateAsync({ path: { programId }, body: { fact: fact.fact, gate, ...(value as Statement) } })
    tell(`"${fact.words}" is stated for ${gate}. It counts at the next check.`)
    onClose()
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Kept with your name. What was stated before stays on record; the latest counts, unless the platform counts the fact itself."
        >
          State a fact
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Fact" description={`The gate needs: ${fact.needs}.`}>
          <Select
            autoFocus
            options={options}
            selectedOption={options.find(({ value }) => value === fact.fact) ?? null}
            onChange={({ detail }) =>
              setFact((now) => facts.find((each) => each.fact === detail.selectedOption.value) ?? now)
            }
          />
        </FormField>
        <SchemaForm
          key={fact.fact}
          schema={statementSchema(fact)}
          zone={zone}
          action="State it"
          onSend={send}
          actions={
            <Button variant="link" formAction="none" onClick={onClose}>
              Cancel
            </Button>
          }
        />
      </SpaceBetween>
    </Container>
  )
}

import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import type { ReactNode } from 'react'
import type { Answer } from '../api/client.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import type { TemplateTexts } from './template-edit.ts'
import { TemplateGateFields } from './template-gate-fields.tsx'
import { ThresholdFields } from './template-threshold-fields.tsx'
import { numbersOf } from './template-thresholds.ts'

type TemplateFormProps = {
  view: Answer<'getTemplate'>
  texts: TemplateTexts
  onChange: (part: Partial<TemplateTexts>) => void
  /** What is wrong, by field as the API names it. */
  problems: Record<string, string>
  /** Shown above the fields: the id of a copy. */
  before?: ReactNode
  /** Shown above the buttons: what the API refused. */
  refusal?: ReactNode
  action: string
  busy: boolean
  onSave: () => void
  back: string
}

/** What can be changed in a copied template. */
export const TemplateForm = (props: TemplateFormProps) => {
  const { view, texts, onChange, problems, before, refusal, action, busy, onSave, back } = props
  const kept = numbersOf(view).filter(({ gate }) => !texts.removed.includes(gate))
  const below = (prefix: string) =>
    Object.fromEntries(
      Object.entries(problems).flatMap(([field, problem]) =>
        field.startsWith(prefix) ? [[field.slice(prefix.length), problem]] : [],
      ),
    )
  const number = (field: 'weeks' | 'quorum' | 'days' | 'reminders', label: string, name: string, unit: string) => (
    <FormField label={label} constraintText={unit} errorText={problems[name]}>
      <Input type="number" value={texts[field]} onChange={({ detail }) => onChange({ [field]: detail.value })} />
    </FormField>
  )
  const time = (field: 'opens' | 'checks', label: string) => (
    <FormField label={label} constraintText="HH:MM in the program's zone" errorText={problems[`hours.${field}`]}>
      <Input value={texts[field]} onChange={({ detail }) => onChange({ [field]: detail.value })} />
    </FormField>
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonTo href={back} variant="link" formAction="none">
              Cancel
            </ButtonTo>
            <Button variant="primary" loading={busy} loadingText={action}>
              {action}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">What it is</Header>}>
            <SpaceBetween size="l">
              {before}
              <FormField label="Title" errorText={problems.title}>
                <Input value={texts.title} onChange={({ detail }) => onChange({ title: detail.value })} />
              </FormField>
              <FormField
                label="Summary"
                description="What it is for, in a sentence or two."
                errorText={problems.summary}
              >
                <Textarea
                  value={texts.summary}
                  onChange={({ detail }) => onChange({ summary: detail.value })}
                  rows={3}
                />
              </FormField>
              <ColumnLayout columns={3}>
                {number('weeks', 'Length', 'weeks', 'calendar weeks')}
                {time('opens', 'Weeks open on Monday at')}
                {time('checks', 'Gates are checked on Friday at')}
                {number('quorum', 'The steering committee decides with', 'steering.quorum', 'votes at least')}
                {number('days', 'Whoever decides has', 'patience.days', 'days until a reminder')}
                {number('reminders', 'After these reminders the program pauses', 'patience.reminders', 'reminders')}
              </ColumnLayout>
            </SpaceBetween>
          </Container>
          <Container
            header={
              <Header
                variant="h2"
                description="Where a number changes and its words do not, Pilotgate writes the words from the numbers."
              >
                Thresholds
              </Header>
            }
          >
            <ThresholdFields
              gates={kept}
              texts={texts.thresholds}
              onChange={(thresholds) => onChange({ thresholds })}
              problems={below('thresholds.')}
            />
          </Container>
          <TemplateGateFields view={view} texts={texts} onChange={onChange} problems={below('gates.')} />
          {refusal}
        </SpaceBetween>
      </Form>
    </form>
  )
}

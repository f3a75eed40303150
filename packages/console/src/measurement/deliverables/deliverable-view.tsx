import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { LinkTo } from '../../frame/link-to.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import { money } from '../roi/money.ts'
import { BudgetLines } from './budget-lines.tsx'
import type { Form } from './kinds.ts'
import { Lines } from './lines.tsx'

type FormOf<K extends Form['kind']> = Extract<Form, { kind: K }>

/** What a deliverable says. */
export const DeliverableView = ({ form }: { form: Form }) => {
  switch (form.kind) {
    case 'case-study':
      return <CaseStudy form={form} />
    case 'budget':
      return <BudgetLines form={form} />
    case 'scaling-plan':
      return <ScalingPlan form={form} />
    case 'measurement-plan':
      return <MeasurementPlan form={form} />
  }
}

const CaseStudy = ({ form }: { form: FormOf<'case-study'> }) => {
  const nameOf = useNames([form.participantId])
  const parts = [
    ['Situation', form.situation],
    ['Intervention', form.intervention],
    ['Result', form.result],
  ] as const
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Participant</Header>}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Named', value: form.participantId ? nameOf(form.participantId) : 'nobody' },
            { label: 'Agreed to be in it', value: form.agreed ? 'yes' : 'no' },
          ]}
        />
      </Container>
      {parts.map(([title, text]) => (
        <Container key={title} header={<Header variant="h2">{title}</Header>}>
          <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
        </Container>
      ))}
    </SpaceBetween>
  )
}

const ScalingPlan = ({ form }: { form: FormOf<'scaling-plan'> }) => (
  <SpaceBetween size="l">
    <Container header={<Header variant="h2">Second cohort</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'People', value: form.cohortSize },
          { label: 'Starts on', value: calendarDay(form.startsOn) },
          {
            label: 'Preliminary costs',
            value: form.costs.length
              ? money(
                  form.costs.reduce((sum, { amount }) => sum + amount, 0),
                  form.currency,
                )
              : 'none given',
          },
        ]}
      />
    </Container>
    <Container header={<Header variant="h2">Steps</Header>}>
      <ol>
        {form.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Container>
    <Lines
      title="Preliminary costs"
      noun={{ one: 'cost', many: 'costs' }}
      rows={form.costs}
      columns={[
        { id: 'item', header: 'What for', value: ({ item }) => item, rowHeader: true },
        {
          id: 'amount',
          header: 'Amount',
          value: ({ amount }) => amount / 100,
          cell: ({ amount }) => money(amount, form.currency),
        },
      ]}
    />
  </SpaceBetween>
)

const MeasurementPlan = ({ form }: { form: FormOf<'measurement-plan'> }) => {
  const { programId } = useProgram()
  return (
    <SpaceBetween size="l">
      <Lines
        title="Queries"
        noun={{ one: 'query', many: 'queries' }}
        rows={form.queries}
        columns={[
          { id: 'name', header: 'Name', value: ({ name }) => name, rowHeader: true },
          {
            id: 'kpi',
            header: 'KPI',
            value: ({ kpi }) => kpi,
            cell: ({ kpi }) => <LinkTo href={`/programs/${programId}/kpis/${kpi}`}>{kpi}</LinkTo>,
          },
          { id: 'query', header: 'Query', value: ({ query }) => query },
        ]}
      />
      <Lines
        title="Scheduled loads"
        noun={{ one: 'load', many: 'loads' }}
        rows={form.loads}
        columns={[
          { id: 'name', header: 'Name', value: ({ name }) => name, rowHeader: true },
          { id: 'schedule', header: 'Schedule', value: ({ schedule }) => schedule },
          {
            id: 'last',
            header: 'Last ran',
            value: ({ lastRanOn }) => (lastRanOn ? calendarDay(lastRanOn) : 'not yet'),
          },
        ]}
      />
    </SpaceBetween>
  )
}

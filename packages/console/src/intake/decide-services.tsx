import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { useTell } from '../frame/notices.tsx'
import { useProgram } from '../program/use-program.tsx'
import { type Intake, type Plan, servicesInWords } from './words.ts'

const usual: Record<Plan['service'], Omit<Plan, 'order'>> = {
  coach: {
    service: 'coach',
    cadence: 'weekly or every two weeks, 60 minutes, 8–12 sessions',
    length: '3–6 months',
    provider: 'either',
  },
  mentor: {
    service: 'mentor',
    cadence: 'monthly, with a milestone review every quarter',
    length: '9–12 months',
    provider: 'either',
  },
}

/** The ways to combine the services: each with the order of coach and mentor. */
const ways: Record<string, Partial<Record<Plan['service'], number>>> = {
  coach: { coach: 1 },
  mentor: { mentor: 1 },
  'coach-first': { coach: 1, mentor: 2 },
  'mentor-first': { mentor: 1, coach: 2 },
  both: { coach: 1, mentor: 1 },
}

/** The services of a way; cadence and length are those decided before, where there are such. */
const plansOf = (way: string, before: readonly Plan[], from: Plan['provider'] | 'as before'): Plan[] =>
  (['coach', 'mentor'] as const)
    .flatMap((service): Plan[] => {
      const order = ways[way]?.[service]
      const known = before.find((each) => each.service === service) ?? usual[service]
      return order ? [{ ...known, order, provider: from === 'as before' ? known.provider : from }] : []
    })
    .sort((a, b) => a.order - b.order)

/** Decides other services than the rules did, with a reason. */
export const DecideServices = ({ intake }: { intake: Intake }) => {
  const { programId, may } = useProgram()
  const act = useAct('overrideServices')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const [way, setWay] = useState('coach')
  const [from, setFrom] = useState<Plan['provider'] | 'as before'>('as before')
  if (intake.status !== 'submitted' || !may('decide services')) return null
  const services = plansOf(way, intake.decision?.services ?? [], from)
  const decide = async (reason: string) => {
    await act.mutateAsync({ path: { programId, personId: intake.personId }, body: { services, reason } })
    tell(`Decided: ${servicesInWords(services)}. The next run of matching goes by it.`)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Decide otherwise</Button>
      {asking && (
        <Confirm
          question="Decide other services?"
          action="Decide"
          reasonLabel="Why"
          onConfirm={decide}
          onClose={() => setAsking(false)}
        >
          <SpaceBetween size="m">
            <div>What the rules said stays beside it, and handing in again does not undo it.</div>
            <FormField label="Services">
              <RadioGroup
                value={way}
                onChange={({ detail }) => setWay(detail.value)}
                items={Object.keys(ways).map((value) => {
                  const plans = plansOf(value, intake.decision?.services ?? [], from)
                  return {
                    value,
                    label: servicesInWords(plans) + (value === 'both' ? ', side by side' : ''),
                    description: plans.map(({ service, length }) => `${service} ${length}`).join(', '),
                  }
                })}
              />
            </FormField>
            <FormField label="From whom">
              <RadioGroup
                value={from}
                onChange={({ detail }) => setFrom(detail.value as typeof from)}
                items={[
                  { value: 'as before', label: 'As decided before' },
                  { value: 'internal', label: 'Of the organisation' },
                  { value: 'external', label: 'From outside' },
                  { value: 'either', label: 'Either' },
                ]}
              />
            </FormField>
          </SpaceBetween>
        </Confirm>
      )}
    </>
  )
}

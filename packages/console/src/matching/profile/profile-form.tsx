import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Multiselect from '@cloudscape-design/components/multiselect'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { HoursField } from '../../intake/hours-field.tsx'
import { useProgram } from '../../program/use-program.tsx'
import type { Provider, Service } from '../words.ts'
import { FromOthers } from './from-others.tsx'
import { behaviours, type Profile, tierWords } from './profile.ts'
import { WordsField } from './words-field.tsx'

const tiers = Object.entries(tierWords).map(([value, label]) => ({ value, label }))
const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))

/** What a coach or mentor says of themselves. */
export const ProfileForm = ({ known, start }: { known?: Provider; start: Profile }) => {
  const { programId, part } = useProgram()
  const act = useAct('registerProvider')
  const tell = useTell()
  const [profile, setProfile] = useState(start)
  const set = (change: Partial<Profile>) => setProfile((before) => ({ ...before, ...change }))
  const fields = act.error?.fields ?? []
  const problemOf = (field: string) =>
    fields.find((each) => each.field === field || each.field.startsWith(`${field}.`))?.problem
  const services = (['coach', 'mentor'] as const).filter((role) => part.roles.includes(role))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await act.mutateAsync({ path: { programId, personId: 'me' }, body: profile }).catch(() => undefined)
    if (saved) tell('Your profile was saved. The next run of matching goes by it.')
  }
  return (
    <form onSubmit={save}>
      <Form
        actions={
          <Button variant="primary" loading={act.isPending} loadingText="Saving">
            Save your profile
          </Button>
        }
      >
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">What you offer</Header>}>
            <SpaceBetween size="m">
              {services.length > 1 && (
                <FormField label="You are to be matched as" errorText={problemOf('service')}>
                  <RadioGroup
                    value={profile.service}
                    onChange={({ detail }) => set({ service: detail.value as Service })}
                    items={[
                      { value: 'coach', label: 'Coach' },
                      { value: 'mentor', label: 'Mentor' },
                    ]}
                  />
                </FormField>
              )}
              <FormField label="You are">
                <RadioGroup
                  value={profile.internal ? 'internal' : 'external'}
                  onChange={({ detail }) => set({ internal: detail.value === 'internal' })}
                  items={[
                    { value: 'internal', label: 'Of this organisation' },
                    { value: 'external', label: 'From outside' },
                  ]}
                />
              </FormField>
              <FormField label="Kind" errorText={problemOf('tier')}>
                <Select
                  options={tiers}
                  selectedOption={tiers.find(({ value }) => value === profile.tier) ?? null}
                  onChange={({ detail }) => set({ tier: detail.selectedOption.value as Profile['tier'] })}
                />
              </FormField>
              <WordsField
                label="Skills"
                description="What participants can learn from you: budgeting, cloud architecture …"
                value={profile.skills}
                onChange={(skills) => set({ skills })}
                errorText={problemOf('skills')}
              />
              <FormField
                label="Behaviours you are strong in"
                description="Participants aim at the same ones."
                errorText={problemOf('strengths')}
              >
                <Multiselect
                  options={behaviours}
                  selectedOptions={behaviours.filter(({ value }) => profile.strengths.some((each) => each === value))}
                  onChange={({ detail }) =>
                    set({ strengths: detail.selectedOptions.map(({ value }) => value as Profile['strengths'][number]) })
                  }
                  placeholder="Choose behaviours"
                  deselectAriaLabel={({ label }) => `Remove ${label}`}
                />
              </FormField>
              <WordsField
                label="Languages you can work in"
                value={profile.languages}
                onChange={(languages) => set({ languages })}
                errorText={problemOf('languages')}
              />
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">When you can meet</Header>}>
            <SpaceBetween size="m">
              <FormField label="Your time zone" errorText={problemOf('zone')}>
                <Select
                  filteringType="auto"
                  options={zones}
                  selectedOption={{ value: profile.zone, label: profile.zone }}
                  onChange={({ detail }) => set({ zone: detail.selectedOption.value ?? profile.zone })}
                />
              </FormField>
              <HoursField
                value={profile.availability}
                onChange={(availability) => set({ availability })}
                problemOf={(part) => problemOf(`availability.${part}`)}
              />
            </SpaceBetween>
          </Container>
          {known && <FromOthers provider={known} />}
          {act.error && <Trouble error={act.error} what="Saving your profile" />}
        </SpaceBetween>
      </Form>
    </form>
  )
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import type { Answer } from '../api/client.ts'
import { ButtonTo, LinkTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { TemplateGates } from './template-gates.tsx'
import { WithTemplate } from './template-of-page.tsx'
import { useOrganisation } from './use-organisation.ts'

const crumbs = [{ text: 'Templates', href: '/templates' }]

/** A template: its weeks, its gates and what they demand; `?version=` shows an earlier version. */
export const Component = () => {
  const version = useSearchParams()[0].get('version') ?? undefined
  return (
    <WithTemplate title="Template" version={version}>
      {(view) => <Shown view={view} newest={version === undefined} />}
    </WithTemplate>
  )
}

const Shown = ({ view, newest }: { view: Answer<'getTemplate'>; newest: boolean }) => {
  const { may } = useOrganisation()
  const { templateId, template, templateVersion, copiedFrom } = view
  const { steering, hours, patience } = template
  return (
    <Page
      title={template.title}
      about={template.summary}
      crumbs={crumbs}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {may('manage templates') && copiedFrom && newest && (
            <ButtonTo href={`/templates/${templateId}/edit`}>Change</ButtonTo>
          )}
          {may('manage templates') && <ButtonTo href={`/templates/${templateId}/copy`}>Copy</ButtonTo>}
          {may('create programs') && (
            <ButtonTo variant="primary" href={`/programs/new?template=${templateId}`}>
              Create a program from it
            </ButtonTo>
          )}
        </SpaceBetween>
      }
    >
      <Container header={<Header variant="h2">In short</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Length', value: `${template.weeks} weeks, ${template.gates.length} gates` },
            { label: 'Smallest cohort', value: `${template.minimumCohort} participants` },
            {
              label: 'Weeks',
              value: `open Monday ${hours.opens}, checked Friday ${hours.checks}, in the program's zone`,
            },
            {
              label: 'Deciding',
              value: `${patience.days} days, then ${patience.reminders} reminders, then the program pauses`,
            },
            { label: 'Steering committee', value: `${steering.committee.join(', ')}; decides with ${steering.quorum}` },
            {
              label: 'Early signals',
              value:
                template.earlySignals.length > 0
                  ? template.earlySignals.map(({ day }) => `day ${day}`).join(', ')
                  : 'none',
            },
            { label: 'Id', value: templateId },
            {
              label: 'Version',
              value: copiedFrom ? (
                <>
                  {templateVersion}, copied from <LinkTo href={`/templates/${copiedFrom}`}>{copiedFrom}</LinkTo>
                </>
              ) : (
                `${templateVersion}, ships with Pilotgate`
              ),
            },
          ]}
        />
      </Container>
      <TemplateGates view={view} />
    </Page>
  )
}

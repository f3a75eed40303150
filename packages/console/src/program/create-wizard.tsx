import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Wizard from '@cloudscape-design/components/wizard'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Answer, Input, Refused } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useNow } from '../when/use-now.ts'
import { BasicsStep } from './create-basics-step.tsx'
import type { useNewProgram } from './create-draft.ts'
import { nextMonday } from './create-first-day.ts'
import { basicsProblems } from './create-problems.ts'
import { type CreateStep, ReviewStep } from './create-review-step.tsx'
import { TemplateStep } from './create-template-step.tsx'
import { type RosterRow, readRoster } from './roster-file.ts'
import { RosterInput } from './roster-input.tsx'
import { RosterPreview } from './roster-preview.tsx'
import { ThresholdFields } from './template-threshold-fields.tsx'
import { changedThresholds, numbersOf } from './template-thresholds.ts'

type CreateWizardProps = Omit<ReturnType<typeof useNewProgram>, 'drop'> & {
  templates: Answer<'listTemplates'>['items']
  /** The address of whoever creates the program and owns it. */
  me: string
  busy: boolean
  refused: Refused | null
  onCreate: (body: Input<'createProgram'>['body'], rows: RosterRow[]) => void
  onCancel: () => void
}

const usual: CreateStep[] = ['template', 'basics', 'thresholds', 'people', 'review']
const rosterFirst: CreateStep[] = ['people', 'template', 'basics', 'thresholds', 'review']

/** The steps in which a program is set up. The step is in the address, so that the browser's own back and forward work. */
export const CreateWizard = (props: CreateWizardProps) => {
  const { entered, change, roster, setRoster, templates, me, busy, refused, onCreate, onCancel } = props
  const [query, setQuery] = useSearchParams()
  const order = query.get('begin') === 'roster' ? rosterFirst : usual
  const at = Math.max(0, order.indexOf(query.get('step') as CreateStep))
  const [tried, setTried] = useState(false)
  const now = useNow()
  const view = useRead(
    'getTemplate',
    { path: { templateId: entered.templateId } },
    { enabled: entered.templateId !== '' },
  )
  const gates = useMemo(() => (view.data ? numbersOf(view.data) : []), [view.data])
  const { problems: thresholdProblems, ...numbers } = changedThresholds(gates, entered.thresholds)
  const file = useMemo(() => readRoster(roster.text), [roster.text])
  const basics = basicsProblems(entered, now)

  useEffect(() => {
    if (entered.zone !== '') return
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
    change({ zone, startDate: nextMonday(now, zone) })
  }, [entered.zone, now, change])

  const go = (step: CreateStep) => {
    setTried(false)
    setQuery((before) => {
      before.set('step', step)
      return before
    })
  }
  const missing: Record<CreateStep, string | undefined> = {
    template: templates.some(({ templateId }) => templateId === entered.templateId) ? undefined : 'Choose a template.',
    basics: Object.keys(basics).length > 0 ? 'Put right the fields that are marked.' : undefined,
    thresholds: Object.keys(thresholdProblems).length > 0 ? 'Put right the fields that are marked.' : undefined,
    people: file.problem && 'Put the roster right, or take it out and import it later.',
    review: undefined,
  }
  const firstMissing = (upTo: number) => order.slice(0, upTo).find((step) => missing[step])
  const navigate = (to: number) => {
    const stuck = to > at ? firstMissing(to) : undefined
    if (!stuck) return go(order[to]!)
    if (stuck !== order[at]) go(stuck)
    setTried(true)
  }
  const submit = () => {
    const stuck = firstMissing(order.length)
    if (stuck) {
      go(stuck)
      return setTried(true)
    }
    const { templateId, name, startDate, zone } = entered
    onCreate({ templateId, name: name.trim(), startDate, zone, ...numbers }, file.rows)
  }
  const chooseTemplate = (templateId: string) => {
    if (templateId !== entered.templateId) change({ templateId, thresholds: {} })
  }
  const content: Record<
    CreateStep,
    { title: string; description: string; content: React.ReactNode; isOptional?: boolean }
  > = {
    template: {
      title: 'Template',
      description: 'A template lays out the weeks, what happens in them, and the gate at the end of each.',
      content: <TemplateStep templates={templates} chosen={entered.templateId} onChoose={chooseTemplate} />,
    },
    basics: {
      title: 'Name and dates',
      description: 'All of it can be changed as long as the program has not started.',
      content: <BasicsStep entered={entered} change={change} problems={tried ? basics : {}} now={now} />,
    },
    thresholds: {
      title: 'Thresholds',
      description: 'What each gate demands. Leave the numbers as they are unless you have agreed on others.',
      content: view.error ? (
        <Trouble error={view.error} what="The template" again={() => void view.refetch()} />
      ) : !view.data ? (
        <Loading what="the gates" />
      ) : (
        <Container>
          <ThresholdFields
            gates={gates}
            texts={entered.thresholds}
            onChange={(thresholds) => change({ thresholds })}
            problems={thresholdProblems}
          />
        </Container>
      ),
    },
    people: {
      title: 'People',
      description:
        'A roster names everyone with a part in the program and their roles. It is sent when the program is created, and not kept in this browser: after reloading the page, choose it again.',
      isOptional: true,
      content: (
        <Container>
          <SpaceBetween size="l">
            <RosterInput given={roster} onGive={setRoster} problem={file.problem} />
            <RosterPreview
              file={file}
              already={[{ email: me, roles: ['program owner'] }]}
              template={view.data && { ...view.data.template, ...(numbers.minimumCohort && numbers) }}
            />
          </SpaceBetween>
        </Container>
      ),
    },
    review: {
      title: 'Review',
      description: 'Look at it once more, then create the program.',
      content: (
        <SpaceBetween size="l">
          {refused && <Trouble error={refused} what="Creating the program" />}
          <ReviewStep
            entered={entered}
            template={view.data?.template}
            changed={gates
              .flatMap(({ thresholds }) => thresholds)
              .filter(
                ({ key, fact }) => key in numbers.thresholds || (fact === 'cohort-size' && numbers.minimumCohort),
              )}
            file={file}
            onEdit={go}
          />
        </SpaceBetween>
      ),
    },
  }
  return (
    <Wizard
      steps={order.map((step) => ({ ...content[step], errorText: tried ? missing[step] : undefined }))}
      activeStepIndex={at}
      onNavigate={({ detail }) => navigate(detail.requestedStepIndex)}
      onSubmit={submit}
      onCancel={onCancel}
      isLoadingNextStep={busy}
      submitButtonText="Create the program"
      i18nStrings={words}
    />
  )
}

const words = {
  stepNumberLabel: (step: number) => `Step ${step}`,
  collapsedStepsLabel: (step: number, all: number) => `Step ${step} of ${all}`,
  navigationAriaLabel: 'Steps',
  cancelButton: 'Cancel',
  previousButton: 'Back',
  nextButton: 'Next',
  optional: 'optional',
  submitButtonLoadingAnnouncement: 'Creating the program',
}

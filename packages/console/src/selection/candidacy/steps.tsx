import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { StepStatus } from '../status.tsx'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { type Candidacy, stepWords } from '../words.ts'
import { References } from './references.tsx'
import '../selection.css'
import { RoundView } from './round.tsx'
import { personIdsIn } from './with-names.ts'

type Step = Candidacy['steps'][number]

/** Every step of a candidacy; what goes on or went wrong stands open. */
export const Steps = ({ candidacy }: { candidacy: Candidacy }) => {
  const { path, steps, answers } = candidacy
  const { zone } = useProgram()
  const members = steps.flatMap(({ rounds }) => rounds.flatMap(({ panel }) => panel?.members ?? []))
  const byId = useSelectionNames([...members, ...answers.flatMap(({ answer }) => personIdsIn(answer))])
  const scored = new Map(answers.map(({ by, byName }) => [by, byName]))
  const nameOf = (id: string) => scored.get(id) ?? byId(id)
  return (
    <>
      <Header variant="h2">Steps</Header>
      <SpaceBetween size="s">
        {steps.map((step, index) => (
          <ExpandableSection
            key={step.step}
            variant="container"
            headingTagOverride="h3"
            headerText={`${index + 1}. ${stepWords(path, step.step, step.title)}`}
            headerDescription={aboutStep(step, zone)}
            headerActions={<StepStatus status={step.status} />}
            defaultExpanded={step.status === 'open' || step.status === 'on hold' || step.status === 'rejected'}
          >
            {step.rounds.length === 0 ? (
              <Box color="text-body-secondary">The selection has not come to this step.</Box>
            ) : (
              <SpaceBetween size="l">
                {step.step === 'references' && candidacy.references.length > 0 && (
                  <References of={candidacy.references} />
                )}
                {step.rounds.toReversed().map((round) => (
                  <RoundView
                    key={round.round}
                    round={round}
                    isLast={round === step.rounds.at(-1)}
                    numbered={step.rounds.length > 1}
                    nameOf={nameOf}
                    answers={answers.filter((each) => each.step === step.step && each.round === round.round)}
                  />
                ))}
              </SpaceBetween>
            )}
          </ExpandableSection>
        ))}
      </SpaceBetween>
    </>
  )
}

const aboutStep = ({ rule, rounds }: Step, zone: string): string => {
  const last = rounds.at(-1)
  const when = last && (last.decidedAt ? dayOf(last.decidedAt, zone) : `due ${dayOf(last.dueAt, zone)}`)
  return [rule, when, rounds.length > 1 && `${rounds.length} rounds`].filter(Boolean).join(' · ')
}

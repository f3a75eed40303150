import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useRaterChoices } from './rater-choices.ts'
import { RatersNow } from './raters-now.tsx'

type RatersFormProps = { read: Answer<'getRaters'>; personId: string; isOwn: boolean }

const most = 12

/** Names the raters of a participant among those who may be asked. */
export const RatersForm = ({ read, personId, isOwn }: RatersFormProps) => {
  const { programId } = useProgram()
  const tell = useTell()
  const act = useAct('nameRaters')
  const [chosen, setChosen] = useState(() => read.raters.map(({ personId }) => personId))
  const { choices, isWhole } = useRaterChoices(read)
  const tooMany = chosen.length > most ? `Name ${most} raters at most, not ${chosen.length}.` : undefined
  const same = read.named && chosen.join() === read.raters.map(({ personId }) => personId).join()
  const save = async () => {
    if (tooMany) return
    try {
      await act.mutateAsync({ path: { programId, personId }, body: { personIds: chosen }, version: read.version })
      tell('The raters were saved.')
    } catch {
      // The refusal is shown below the form.
    }
  }
  return (
    <SpaceBetween size="l">
      <RatersNow read={read} />
      <Container header={<Header variant="h2">{isOwn ? 'Choose who rates you' : 'Name the raters'}</Header>}>
        <SpaceBetween size="m">
          {!isWhole && (
            <Alert type="info">
              You can keep or leave out the people named here. To add somebody else, ask learning operations: they see
              everyone in the program.
            </Alert>
          )}
          <FormField
            label="Raters"
            description="Members of the program, or the manager. How each stands to the participant follows from reporting lines and engagements."
            constraintText={`${chosen.length} of at most ${most}. With fewer than five who answer, the mean of the others is withheld.`}
            errorText={tooMany}
          >
            <Multiselect
              options={choices}
              selectedOptions={choices.filter(({ value }) => chosen.includes(value))}
              onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value }) => value ?? ''))}
              filteringType="auto"
              placeholder="Choose people"
              deselectAriaLabel={({ label }) => `Leave ${label} out`}
            />
          </FormField>
          {act.error && <Trouble error={act.error} what="Naming the raters" />}
          <Button variant="primary" onClick={save} loading={act.isPending} loadingText="Saving" disabled={same}>
            {read.named ? 'Save the raters' : 'Name these raters'}
          </Button>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

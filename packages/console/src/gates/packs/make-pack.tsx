import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct, useRead } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useTemplate } from '../../program/use-template.ts'
import { aboutInWords } from './about-in-words.ts'

/** Makes a pack about a gate that was checked or an early-signal report, and opens it. */
export const MakePack = () => {
  const { programId } = useProgram()
  const gates = useRead('listGates', { path: { programId } })
  const signals = useTemplate().data?.template.earlySignals ?? []
  const make = useAct('makePack')
  const tell = useTell()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [anew, setAnew] = useState(false)
  const checked = gates.data?.items.filter(({ evaluations }) => evaluations.length > 0).toReversed() ?? []
  const options = [
    ...checked.map(({ gate, title }) => ({ value: gate, label: `${aboutInWords(gate)} – ${title}` })),
    ...signals.map(({ day }) => ({ value: `day-${day}`, label: aboutInWords(`day-${day}`) })),
  ]
  const about = chosen ?? options[0]?.value
  const work = async () => {
    const body = { about: about ?? '', newEdition: anew }
    const { packId, edition } = await make.mutateAsync({ path: { programId }, body })
    tell(`The pack of ${aboutInWords(body.about)} is ready, edition ${edition}.`)
    navigate(`/programs/${programId}/packs/${packId}`)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={options.length === 0}>
        Make a pack
      </Button>
      {open && (
        <Confirm question="Make a steering pack" action="Make the pack" onConfirm={work} onClose={() => setOpen(false)}>
          <SpaceBetween size="m">
            <FormField label="About" description="A gate that was checked, or an early-signal report.">
              <Select
                options={options}
                selectedOption={options.find(({ value }) => value === about) ?? null}
                onChange={({ detail }) => setChosen(detail.selectedOption.value)}
                filteringType="auto"
                filteringAriaLabel="Search gates and reports"
              />
            </FormField>
            <Checkbox
              checked={anew}
              onChange={({ detail }) => setAnew(detail.checked)}
              description="Otherwise you get the edition of this round, if there is one."
            >
              Make a new edition with the figures of now
            </Checkbox>
          </SpaceBetween>
        </Confirm>
      )}
    </>
  )
}

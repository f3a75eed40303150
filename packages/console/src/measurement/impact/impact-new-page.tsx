import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { ColumnFields } from './column-fields.tsx'
import { blank, type Comparison, missingIn } from './comparison-file.ts'
import { columnsOf } from './csv-columns.ts'
import { FileFields } from './file-fields.tsx'
import { MatchingFields } from './matching-fields.tsx'

/** Measures impact: takes the file, asks what its columns mean, and leads to the report. */
export const Component = () => {
  const { programId } = useProgram()
  const navigate = useNavigate()
  const tell = useTell()
  const act = useAct('measureImpact')
  const [entry, setEntry] = useState(blank)
  const [tried, setTried] = useState(false)
  const columns = columnsOf(entry.csv)
  const missing = missingIn(entry, columns)
  const change = (part: Partial<Comparison>) => setEntry((now) => ({ ...now, ...part }))
  const fields = { entry, change, missing: tried ? missing : {}, columns }
  const base = `/programs/${programId}/impact`
  const send = async () => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const { title, better, csv, treatment, outcome, covariates, exact, unit, ratio, caliper, replacement } = entry
    const options = {
      ...{ treatment, outcome, covariates, exact, unit: unit.trim(), replacement },
      ratio: Number(ratio),
      caliper: caliper.trim() === '' ? null : Number(caliper),
    }
    try {
      const made = await act.mutateAsync({ path: { programId }, body: { title: title.trim(), better, csv, options } })
      tell('The impact was measured.')
      navigate(`${base}/${made.impactId}`)
    } catch {
      // The refusal is shown above the buttons.
    }
  }
  return (
    <Page
      title="Measure impact"
      about="Finds for each participant people outside the program who are like them, and compares what came of it."
      crumbs={useCrumbs(['Impact and return', '/impact'])}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!act.isPending) void send()
        }}
      >
        <SpaceBetween size="l">
          <FileFields {...fields} />
          {columns.length > 0 && <ColumnFields {...fields} />}
          {columns.length > 0 && <MatchingFields {...fields} />}
          {act.error && <Trouble error={act.error} what="The comparison" />}
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonTo variant="link" formAction="none" href={base}>
              Cancel
            </ButtonTo>
            <Button variant="primary" loading={act.isPending} loadingText="Comparing: thousands of draws">
              Compare
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </Page>
  )
}

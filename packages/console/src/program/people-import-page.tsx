import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useRows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { readRoster } from './roster-file.ts'
import { nothingGiven } from './roster-given.ts'
import { forgetRoster, rosterFor } from './roster-handover.ts'
import { RosterInput } from './roster-input.tsx'
import { RosterOutcome } from './roster-outcome.tsx'
import { RosterPreview } from './roster-preview.tsx'
import { useCrumbs } from './use-crumbs.ts'
import { useProgram } from './use-program.tsx'
import { useRosterImport } from './use-roster-import.ts'
import { useTemplate } from './use-template.ts'

/** Brings people into the program from a roster; goes on by itself with the roster that the program was created with. */
export const Component = () => {
  const { programId, program } = useProgram()
  const importing = useRosterImport(programId)
  const { progress, result, send, clear } = importing
  const [given, setGiven] = useState(nothingGiven)
  const file = useMemo(() => readRoster(given.text), [given.text])
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const already = useMemo(() => people.rows?.filter(({ status }) => status === 'active') ?? [], [people.rows?.length])
  const template = useTemplate().data?.template
  const begun = useRef(false)
  useEffect(() => {
    const waiting = rosterFor(programId)
    if (!waiting || begun.current) return
    begun.current = true
    void send(waiting).then(forgetRoster)
  }, [programId, send])
  const another = () => {
    setGiven(nothingGiven)
    clear()
  }
  const done = result !== undefined && !progress
  return (
    <Page
      title="Import people"
      about="A roster adds people and changes the roles of those who are in the program already. Nobody is taken out by it."
      crumbs={useCrumbs(['People and roles', '/people'])}
      actions={
        done && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={another}>Import another roster</Button>
            <ButtonTo href={`/programs/${programId}/people`}>See the people</ButtonTo>
            <ButtonTo href={`/programs/${programId}`} variant={result.problems.length > 0 ? 'normal' : 'primary'}>
              Go to the program
            </ButtonTo>
          </SpaceBetween>
        )
      }
    >
      {(progress || result) && <RosterOutcome {...importing} />}
      {!progress && !result && (
        <Container header={<Header variant="h2">Roster</Header>}>
          <SpaceBetween size="l">
            <RosterInput given={given} onGive={setGiven} problem={file.problem} />
            <RosterPreview
              file={file}
              already={already}
              template={template && { ...template, minimumCohort: program.minimumCohort }}
            />
            {file.rows.length > 0 && (
              <Button variant="primary" onClick={() => void send(file.rows)}>
                Import {file.rows.length === 1 ? '1 person' : `${file.rows.length} people`}
              </Button>
            )}
          </SpaceBetween>
        </Container>
      )}
    </Page>
  )
}

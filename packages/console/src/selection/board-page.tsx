import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useRows } from '../api/queries.ts'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { Board } from './board/board.tsx'
import { CandidacyList } from './board/candidacy-list.tsx'
import { OpenCandidacy } from './board/open-candidacy.tsx'
import { useSelectionTasks } from './board/waiting-for.ts'
import { useLeads } from './use-leads.ts'
import { type Line, type Path, pathList, type Service } from './words.ts'

/** Who is on the way to become a coach or mentor, at which step, waiting for what. */
export const Component = () => {
  const { programId, part, zone, may } = useProgram()
  const [search, setSearch] = useSearchParams()
  const [opening, setOpening] = useState(false)
  const leads = useLeads()
  const candidacies = useRows('listCandidacies', { path: { programId }, query: { limit: 100 } }, { everySeconds: 30 })
  const lines = candidacies.rows ?? []
  const tasks = useSelectionTasks(lines.some(({ status }) => status === 'open'))
  const asList = search.get('as') === 'list'
  const lead = pathList.some(([path]) => leads(path))
  const oversees =
    lead || (['supervisor', 'program lead', 'learning operations'] as const).some((role) => part.roles.includes(role))
  const applies = (['coach', 'mentor'] as const).some(
    (service) =>
      part.roles.includes(service) && !lines.some((line) => line.personId === part.personId && isTaken(line, service)),
  )
  const offered = oversees
    ? pathList
    : ownPaths(
        lines.map(({ path }) => path),
        part.roles,
      )
  const button = candidacies.rows && (lead || applies) && may('open candidacies') && (
    <Button variant="primary" onClick={() => setOpening(true)}>
      {lead ? 'Nominate somebody' : 'Apply'}
    </Button>
  )
  const show = (as: string) =>
    setSearch((now) => {
      now.set('as', as)
      return now
    })
  const shownPath = offered.find(([path]) => path === search.get('show'))?.[0] ?? offered[0]?.[0] ?? 'external-coach'
  return (
    <Page
      title="Selection"
      about={`Nobody who has not passed can be matched. ${oversees ? 'Who is on the way, and what each step waits for.' : 'Your own way, step by step.'} Days are those of ${zone}.`}
      crumbs={useCrumbs()}
      actions={button}
    >
      {candidacies.error && !candidacies.rows && (
        <Trouble error={candidacies.error} what="The selection" again={candidacies.again} />
      )}
      {!candidacies.rows && !candidacies.error && <Loading what="the selection" />}
      {candidacies.rows && (
        <AddressTabs
          label="Paths"
          keep={['as']}
          tabs={offered.map(([path, { title }]) => {
            const those = lines.filter((line) => line.path === path)
            const open = those.filter(({ status }) => status === 'open').length
            return {
              id: path,
              label: `${title} (${open}${candidacies.complete ? '' : ' so far'})`,
              content: (
                <SpaceBetween size="m">
                  <SegmentedControl
                    label="Shown as"
                    selectedId={asList ? 'list' : 'board'}
                    options={[
                      { id: 'board', text: 'Board' },
                      { id: 'list', text: 'List' },
                    ]}
                    onChange={({ detail }) => show(detail.selectedId)}
                  />
                  {asList ? (
                    <CandidacyList path={path} from={{ ...candidacies, rows: those }} tasks={tasks} nominate={button} />
                  ) : (
                    <Board path={path} lines={those} tasks={tasks} />
                  )}
                </SpaceBetween>
              ),
            }
          })}
        />
      )}
      {opening && <OpenCandidacy path={shownPath} lines={lines} onClose={() => setOpening(false)} />}
    </Page>
  )
}

/** Whether somebody needs no further candidacy for a service: one is open, or it was passed. */
const isTaken = ({ status, service }: Line, wanted: Service): boolean =>
  status === 'open' || (status === 'appointed' && service === wanted)

/** The paths of one's own candidacies; without one, those that one can go. */
const ownPaths = (mine: Path[], roles: readonly string[]): typeof pathList =>
  pathList.filter(([path, { service }]) => (mine.length > 0 ? mine.includes(path) : roles.includes(service)))

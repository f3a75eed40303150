import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { CandidacyActions } from './candidacy/candidacy-actions.tsx'
import { CandidacyFacts } from './candidacy/candidacy-facts.tsx'
import { CandidacyTasks } from './candidacy/candidacy-tasks.tsx'
import { SponsorAction } from './candidacy/sponsor-action.tsx'
import { Steps } from './candidacy/steps.tsx'
import { CandidacyStatus } from './status.tsx'
import { paths } from './words.ts'

/** One candidacy: where it stands, what it waits for, every step with its rounds. */
export const Component = () => {
  const { candidacyId = '' } = useParams()
  const { programId } = useProgram()
  const crumbs = useCrumbs(['Selection', '/candidacies'])
  const read = useRead('getCandidacy', { path: { programId, candidacyId } }, { everySeconds: 20 })
  const candidacy = read.data
  if (!candidacy)
    return (
      <Page title="Candidacy" crumbs={crumbs}>
        {read.error ? (
          <Trouble error={read.error} what="The candidacy" again={read.refetch} />
        ) : (
          <Loading what="the candidacy" />
        )}
      </Page>
    )
  return (
    <Page
      key={candidacyId}
      title={candidacy.name}
      info={<CandidacyStatus status={candidacy.status} />}
      about={`${candidacy.status === 'open' ? 'On the way to become' : 'Selection as'} ${paths[candidacy.path].noun}.`}
      crumbs={crumbs}
      actions={<CandidacyActions candidacy={candidacy} />}
    >
      <CandidacyFacts candidacy={candidacy} />
      <CandidacyTasks candidacy={candidacy} />
      <SponsorAction candidacy={candidacy} />
      <Steps candidacy={candidacy} />
    </Page>
  )
}

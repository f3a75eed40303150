import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useState } from 'react'
import { allAtOnce, useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { FirstRun } from './first-run.tsx'
import { NoPartYet } from './first-run-for-others.tsx'
import { useOrganisation } from './use-organisation.ts'

const ProgramsList = lazy(() => import('./programs-list.tsx'))
const Tour = lazy(() => import('./tour.tsx'))

/** The programs one has a part in, or how to come to one. */
export const Component = () => {
  const programs = allAtOnce(useRead('listPrograms', {}))
  const { me, may } = useOrganisation()
  const [touring, setTouring] = useState(false)
  const tour = () => setTouring(true)
  const mayCreate = may('create programs')
  const failure = programs.error ?? me.error
  const none = programs.rows?.length === 0 && me.data !== undefined
  return (
    <Page
      title="Programs"
      about="The coaching and mentoring programs you have a part in."
      actions={
        programs.rows &&
        !none && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={tour}>Take the tour</Button>
            {mayCreate && <ButtonTo href="/programs/new/sample">Sample pilot</ButtonTo>}
            {mayCreate && (
              <ButtonTo href="/programs/new" variant="primary">
                Create program
              </ButtonTo>
            )}
          </SpaceBetween>
        )
      }
    >
      {failure && <Trouble error={failure} what="Your programs" again={programs.again} />}
      {!failure && (!programs.rows || !me.data) && <Loading what="your programs" />}
      {none && (mayCreate ? <FirstRun onTour={tour} /> : <NoPartYet email={me.data.email} onTour={tour} />)}
      {programs.rows && programs.rows.length > 0 && (
        <Suspense fallback={<Loading what="your programs" />}>
          <ProgramsList from={programs} />
        </Suspense>
      )}
      {touring && (
        <Suspense>
          <Tour onClose={() => setTouring(false)} />
        </Suspense>
      )}
    </Page>
  )
}

import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { PanelAgreement } from './supervision/agreement.tsx'
import { CalibrationList } from './supervision/calibration-list.tsx'
import { CredentialList } from './supervision/credential-list.tsx'
import { Documents } from './supervision/documents.tsx'
import { DrawList } from './supervision/draw-list.tsx'
import { OwnStanding } from './supervision/own-standing.tsx'
import { PracticumList } from './supervision/practicum-list.tsx'
import { ReviewList } from './supervision/review-list.tsx'
import { Roster } from './supervision/roster.tsx'
import { Rubrics } from './supervision/rubrics.tsx'
import { useGuides } from './use-leads.ts'

/** Credentials, reviews, practicums and calibrations: how those who passed stay good. */
export const Component = () => {
  const { part, may } = useProgram()
  const crumbs = useCrumbs()
  const guides = useGuides()
  const own = part.roles.includes('coach') || part.roles.includes('mentor')
  const reviews = may('read supervision') && (guides('coach') || part.roles.includes('coach'))
  const tabs = [
    own && may('read supervision') && { id: 'own', label: 'Your standing', content: <OwnStanding /> },
    may('read credentials') && { id: 'credentials', label: 'Credentials', content: <CredentialList /> },
    may('read supervision') && guides('coach') && { id: 'supervisors', label: 'Supervisors', content: <Roster /> },
    (reviews || may('read credentials')) && {
      id: 'reviews',
      label: 'Reviews',
      content: (
        <SpaceBetween size="l">
          {reviews && <ReviewList />}
          {may('read credentials') && <DrawList />}
        </SpaceBetween>
      ),
    },
    may('read practicum') && { id: 'practicums', label: 'Practicums', content: <PracticumList /> },
    may('read credentials') && { id: 'calibrations', label: 'Calibrations', content: <CalibrationList /> },
    may('supervise') && { id: 'agreement', label: 'Agreement of panels', content: <PanelAgreement /> },
    may('read selection rules') && { id: 'rubrics', label: 'Rubrics', content: <Rubrics /> },
    may('read selection rules') && { id: 'documents', label: 'Documents', content: <Documents /> },
  ].filter((tab) => tab !== false)
  return (
    <Page
      title="Supervision"
      about="How those who passed stay good: credentials, reviews, practicums and calibrations."
      crumbs={crumbs}
    >
      {tabs.length > 0 ? (
        <AddressTabs label="Supervision" tabs={tabs} />
      ) : (
        <Alert>Nothing of supervision is for your roles in this program.</Alert>
      )}
    </Page>
  )
}

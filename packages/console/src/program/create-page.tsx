import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { allAtOnce, useAct, useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { useTell } from '../frame/notices.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useNewProgram } from './create-draft.ts'
import { CreateWizard } from './create-wizard.tsx'
import type { RosterRow } from './roster-file.ts'
import { handOver } from './roster-handover.ts'
import { useOrganisation } from './use-organisation.ts'

const crumbs = [{ text: 'Programs', href: '/programs' }]

/** Where a program is set up from a template, step by step; `?begin=roster` begins with the people, `?template=` chooses a template. */
export const Component = () => {
  const navigate = useNavigate()
  const tell = useTell()
  const { me, may } = useOrganisation()
  const templates = allAtOnce(useRead('listTemplates', {}))
  const create = useAct('createProgram')
  const program = useNewProgram(useSearchParams()[0].get('template'))
  const [busy, setBusy] = useState(false)
  const make = async (body: Parameters<typeof create.mutateAsync>[0]['body'], rows: RosterRow[]) => {
    setBusy(true)
    try {
      const { programId, name } = await create.mutateAsync({ body })
      program.drop()
      tell(`${name} was created as a draft.`)
      // The import page shows its progress, takes corrections and goes on where it broke off.
      if (rows.length > 0) handOver(programId, rows)
      navigate(`/programs/${programId}${rows.length > 0 ? '/people/import' : ''}`, { replace: true })
    } catch {
      setBusy(false)
    }
  }
  const failure = templates.error ?? me.error
  return (
    <Page title="Create a program" crumbs={crumbs}>
      {failure && <Trouble error={failure} what="Creating a program" again={templates.again} />}
      {!failure && (!templates.rows || !me.data) && <Loading what="the templates" />}
      {templates.rows && me.data && !may('create programs') && (
        <Trouble
          error={new Error('Only program owners of your organisation create programs. Ask one of them.')}
          what="Creating a program"
        />
      )}
      {templates.rows && me.data && may('create programs') && (
        <CreateWizard
          {...program}
          templates={templates.rows}
          me={me.data.email}
          busy={busy}
          refused={create.error}
          onCreate={(body, rows) => void make(body, rows)}
          onCancel={() => navigate('/programs')}
        />
      )}
    </Page>
  )
}

import Box from '@cloudscape-design/components/box'
import { useCallback, useState } from 'react'
import { useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { LeaveGuard } from './settings-leave.tsx'
import { MatchingSettings } from './settings-matching.tsx'
import { ProgramSettings, type Report } from './settings-program.tsx'
import { ThresholdSettings } from './settings-thresholds.tsx'
import { useCrumbs } from './use-crumbs.ts'
import { useProgram } from './use-program.tsx'
import { useTemplate } from './use-template.ts'

/** What of a program its owner can change. */
export const Component = () => {
  const { programId, program, may } = useProgram()
  const over = program.status === 'stopped' || program.status === 'completed'
  const edit = may('edit program') && !over
  const configure = may('configure matching') && !over
  const template = useTemplate(edit)
  const matching = useRead('getMatchingSettings', { path: { programId } }, { enabled: configure, everySeconds: 30 })
  const [dirty, setDirty] = useState<Record<string, boolean>>({})
  const onDirty = useCallback<Report>((form, isDirty) => setDirty((all) => ({ ...all, [form]: isDirty })), [])
  const reads = [...(edit ? [template] : []), ...(configure ? [matching] : [])]
  const failed = reads.find(({ error, data }) => error && !data)
  return (
    <Page
      title="Settings"
      about="Dates, thresholds and matching of this program. Every change is kept in the audit trail."
      crumbs={useCrumbs()}
    >
      <LeaveGuard when={Object.values(dirty).includes(true)} />
      {!edit && !configure && <NothingToSet over={over} />}
      {edit && <ProgramSettings onDirty={onDirty} />}
      {failed?.error && <Trouble error={failed.error} what="The settings" again={() => void failed.refetch()} />}
      {reads.some(({ isPending }) => isPending) && <Loading what="the settings" />}
      {edit && template.data && <ThresholdSettings template={template.data} onDirty={onDirty} />}
      {configure && matching.data && <MatchingSettings settings={matching.data} onDirty={onDirty} />}
    </Page>
  )
}

const NothingToSet = ({ over }: { over: boolean }) => {
  const { programId, program } = useProgram()
  return (
    <>
      <Box>
        {over
          ? `The program is ${program.status}; its settings can no longer be changed.`
          : 'The program owner changes these settings. Ask them if something should be different.'}
      </Box>
      <ButtonTo href={`/programs/${programId}`}>Go to the overview</ButtonTo>
    </>
  )
}

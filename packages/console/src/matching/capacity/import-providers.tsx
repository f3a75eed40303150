import Box from '@cloudscape-design/components/box'
import { useAct } from '../../api/queries.ts'
import { ImportDialog } from '../../list/import-dialog.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { count } from '../../words/figure.ts'

const header =
  'email,service,internal,tier,skills,strengths,languages,zone,availability,introductions,actions,reached,engagements,featured,conflicts'
const example =
  'ada@example.com,mentor,yes,core-domain mentor,budgeting,delegation,English;German,Europe/Zurich,mon 09:00-12:00;thu 14:00-17:00,4,2,3,4,no,'

/** Imports profiles of coaches and mentors from a CSV file; rows that cannot be taken are shown with what to put right. */
export const ImportProviders = ({ onClose }: { onClose: () => void }) => {
  const { programId } = useProgram()
  const act = useAct('importProviders')
  return (
    <ImportDialog
      title="Import coaches and mentors"
      cells="Lists inside a cell are separated by “;”."
      columns={<Box variant="code">{header.replaceAll(',', ', ')}</Box>}
      example={{ name: 'providers-example.csv', csv: `${header}\r\n${example}\r\n` }}
      onSend={(csv) => act.mutateAsync({ path: { programId }, body: { csv } })}
      taken={({ saved }) => `${count(saved, 'profile is', 'profiles are')} in.`}
      onClose={onClose}
    >
      The people and their places come from the roster; import that first. Good rows are kept, the others are shown with
      what to put right. The same row again changes nothing.
    </ImportDialog>
  )
}

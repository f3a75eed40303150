import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import { useRows } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { MailList } from './mail-list.tsx'
import { type MailStatusName, mailStatusInWords } from './mail-status.tsx'

const statuses: MailStatusName[] = ['sent', 'claimed', 'unknown', 'refused']

/** The mail log; `?status=` shows only mails that stand so. */
export const Component = () => {
  const { programId } = useProgram()
  const mails = useRows('listMails', { path: { programId }, query: { limit: 100 } })
  const [search, setSearch] = useSearchParams()
  const status = search.get('status') ?? ''
  const options = [
    { value: '', label: 'Mails of every status' },
    ...statuses.map((value) => ({ value, label: mailStatusInWords(value) })),
  ]
  const rows = status ? mails.rows?.filter((mail) => mail.status === status) : mails.rows
  return (
    <Page
      title="Mail log"
      about="Which mails Pilotgate sent, to whom, and whether they went out. Each mail is sent once."
      crumbs={useCrumbs()}
    >
      <MailList
        title="Mails"
        from={{ ...mails, rows }}
        file="mails"
        empty={
          status ? 'No mail stands like this.' : 'No mail was sent yet. The first ones go out when the program starts.'
        }
        narrow={
          <Select
            ariaLabel="Status"
            options={options}
            selectedOption={options.find(({ value }) => value === status) ?? options[0]!}
            onChange={({ detail }) =>
              setSearch(detail.selectedOption.value ? { status: detail.selectedOption.value } : {})
            }
          />
        }
      />
    </Page>
  )
}

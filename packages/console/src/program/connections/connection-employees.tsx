import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { type RowOf, useAct, useRows } from '../../api/queries.ts'
import { ImportDialog } from '../../list/import-dialog.tsx'
import { type Column, List } from '../../list/list.tsx'
import { calendarDay } from '../../when/when.ts'
import type { Connection } from './connection-words.tsx'

type Employee = RowOf<'listEmployees'>

const aheadInWords = ({ ahead }: Employee): string | undefined =>
  ahead
    .map(({ field, value, effectiveOn }) => `from ${calendarDay(effectiveOn)}: ${field} ${value ?? 'empty'}`)
    .join('; ') || undefined

const columns: Column<Employee>[] = [
  { id: 'id', header: 'Number', value: ({ employeeId }) => employeeId },
  { id: 'name', header: 'Name', rowHeader: true, minWidth: 160, value: ({ fields }) => fields.name ?? undefined },
  { id: 'email', header: 'E-mail', minWidth: 180, value: ({ fields }) => fields.email ?? undefined },
  { id: 'title', header: 'Title', minWidth: 150, value: ({ fields }) => fields.title ?? undefined },
  { id: 'department', header: 'Department', minWidth: 130, value: ({ fields }) => fields.department ?? undefined },
  {
    id: 'manager',
    header: 'Manager (number)',
    value: ({ fields }) => fields.managerId ?? fields.managerEmail ?? undefined,
  },
  { id: 'status', header: 'Status', value: ({ fields }) => fields.status ?? undefined },
  { id: 'ends', header: 'Last day', value: ({ fields }) => fields.endsOn ?? undefined },
  { id: 'ahead', header: 'Ahead', minWidth: 160, value: aheadInWords },
]

const example = `employee_id,email,name,title,department,manager_id,status,hired_on,ends_on
100,mira.okafor@nordlicht.example,Mira Okafor,Head of Platform,Platform,42,active,2024-04-01,
`

/** Whom the HR system knows, and the import of a file. */
export const ConnectionEmployees = ({ connection: { connectionId } }: { connection: Connection }) => {
  const employees = useRows('listEmployees', { path: { connectionId }, query: { limit: 100 } })
  const send = useAct('importEmployeesFile')
  const [open, setOpen] = useState(false)
  const button = <Button onClick={() => setOpen(true)}>Import a file</Button>
  return (
    <>
      <List
        title="Employees"
        about="As the HR system says they are today. Nothing else about them is kept."
        from={employees}
        noun={{ one: 'employee', many: 'employees' }}
        id={({ employeeId }) => employeeId}
        columns={columns}
        actions={button}
        empty={{
          text: 'Nobody is known through this connection yet. They come in with the first events, or with a file.',
        }}
        file="employees"
      />
      {open && (
        <ImportDialog
          title="Import employees"
          cells="Dates are written YYYY-MM-DD."
          columns={
            <>
              <code>employee_id</code> is needed. <code>email</code>, <code>name</code>, <code>title</code>,{' '}
              <code>department</code>, <code>manager_id</code>, <code>status</code> (active or left),{' '}
              <code>hired_on</code> and <code>ends_on</code> may be left out; a column that is not there changes
              nothing.
            </>
          }
          example={{ name: 'employees.csv', csv: example }}
          onSend={(csv) => send.mutateAsync({ path: { connectionId }, body: { csv } })}
          taken={({ added, changed, unchanged }) => `${added} added, ${changed} changed, ${unchanged} unchanged.`}
          onClose={() => setOpen(false)}
        >
          What the file says of people takes effect as if the HR system had said it: an end of employment pauses
          engagements, a new manager is checked against the pairs.
        </ImportDialog>
      )}
    </>
  )
}

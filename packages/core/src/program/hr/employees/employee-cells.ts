/** What a field is called in imports, in small letters without `_` (the names of the Together API first). Others are not read at all (P3). */
const names = {
  employeeId: ['employeeid'],
  lastUpdated: ['lastupdated'],
  firstName: ['firstname'],
  lastName: ['lastname'],
  preferredName: ['preferredname'],
  name: ['name', 'fullname'],
  email: ['email'],
  title: ['title'],
  titleSince: ['dateinjob', 'titlesince'],
  department: ['departmentname', 'department', 'departmentid'],
  managerId: ['supervisorid', 'managerid'],
  managerEmail: ['supervisoremail', 'manageremail'],
  status: ['employeestatuscode', 'status'],
  hiredOn: ['lasthiredate', 'originalhiredate', 'hiredon'],
  endsOn: ['dateoftermination', 'endson', 'lastday'],
  zone: ['timezone', 'zone'],
} as const
export type Name = keyof typeof names

/** Empty means "has none" for these; for all others it means "not said". */
const clearable: Name[] = ['title', 'department', 'managerId', 'managerEmail', 'endsOn']

export type Cells = Partial<Record<Name, { field: string; text: string }>>

/** The fields of a row that are read, by our names; each with the name it was given by. */
export const cellsOf = (record: Record<string, unknown>): Cells => {
  const given = new Map(
    Object.entries(record).map(([field, value]) => [field.toLowerCase().replaceAll(/[_\s-]/g, ''), { field, value }]),
  )
  const cells: Cells = {}
  for (const name of Object.keys(names) as Name[]) {
    const found = names[name].map((alias) => given.get(alias)).find((each) => each?.value !== undefined)
    if (!found || (typeof found.value === 'object' && found.value !== null)) continue
    const text = String(found.value ?? '').trim()
    if (text !== '' || clearable.includes(name)) cells[name] = { field: found.field, text }
  }
  return cells
}

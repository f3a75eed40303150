import { sampleRows } from '../seed/sample-company.ts'
import type { Employee } from './employee.ts'

const departments = ['Engineering', 'Sales', 'Operations', 'Finance', 'Product', 'Service']
const hiredOn = '2020-01-01'

/** The people of the sample company as their HR system knows them, with numbers from 101 on. */
export const sampleEmployees = (): Employee[] => {
  const rows = sampleRows()
  const managers = rows.filter(({ roles }) => roles.includes('manager')).map(({ email }) => email)
  const numberOf = (email: string | undefined) => {
    const index = rows.findIndex((row) => row.email === email)
    return index < 0 ? null : 101 + index
  }
  return rows.map(({ email, name, roles, zone, managerEmail }, index) => {
    const [firstName = name, ...rest] = name.split(' ')
    const department = departments[managers.indexOf(roles.includes('manager') ? email : (managerEmail ?? ''))]
    const title = roles.includes('manager') ? `Head of ${department}` : (titles[roles[0]!] ?? capital(roles[0]!))
    const set = {
      ...{ email, firstName, lastName: rest.join(' '), title, department: department ?? 'People', zone, hiredOn },
      ...{ managerId: numberOf(managerEmail), endsOn: null, status: null },
    }
    return { id: 101 + index, changes: [{ effectiveOn: hiredOn, saidAt: Date.parse(`${hiredOn}T08:00:00Z`), set }] }
  })
}

const titles: Record<string, string> = {
  participant: 'Team lead',
  mentor: 'Senior manager',
  coach: 'Leadership coach',
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1)

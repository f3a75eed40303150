import { useRead, useRows } from '../../api/queries.ts'
import type { Option } from '../../form/schema.ts'
import { useProgram } from '../../program/use-program.tsx'

type Choices = {
  /** Who can be a master or lead coach: supervisors and coach leads. */
  supervisors: Option[]
  /** Coaches with a credential. */
  coaches: Option[]
  /** Coaches, mentors and who guides them. */
  everyone: Option[]
}

/** Whom forms of supervision offer to choose from. Who may not read the roster finds themselves and those with a credential. */
export const useSupervisors = (): Choices => {
  const { programId, part, may } = useProgram()
  const path = { programId }
  const people = useRows('listPeople', { path }, { enabled: may('read people') })
  const credentials = useRead('listCredentials', { path }, { enabled: may('read credentials') })
  const guiding = ['supervisor', 'coach lead', 'mentor lead']
  const guides = [...(people.rows ?? []).filter(({ status }) => status === 'active'), part].filter(({ roles }) =>
    roles.some((role) => guiding.includes(role)),
  )
  const passed = credentials.data?.items ?? []
  return {
    supervisors: options(guides.filter(({ roles }) => roles.includes('supervisor') || roles.includes('coach lead'))),
    coaches: options(passed.filter(({ service }) => service === 'coach')),
    everyone: options([...guides, ...passed]),
  }
}

const options = (people: { personId: string; name: string }[]): Option[] =>
  [...new Map(people.map(({ personId, name }) => [personId, { value: personId, label: name }])).values()].toSorted(
    (a, b) => a.label.localeCompare(b.label),
  )

import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import type { Action } from '@pilotgate/core/program/authority'

/** A page in the navigation, and what one must be allowed to do to see it there. */
type Entry = { text: string; page: string; needs?: Action }

/** The pages of a program by what a program owner looks for, in the order of the seven stages. */
const sections: { text: string; entries: Entry[] }[] = [
  {
    text: 'Program',
    entries: [
      { text: 'Overview', page: '' },
      { text: 'Tasks', page: '/tasks', needs: 'read tasks' },
      { text: 'State machine', page: '/machine', needs: 'read executions' },
    ],
  },
  {
    text: 'People',
    entries: [
      { text: 'People and roles', page: '/people', needs: 'read people' },
      { text: 'Intake', page: '/intake', needs: 'list intakes' },
      { text: 'Your intake', page: '/intake/me', needs: 'read own report' },
      { text: 'Selection', page: '/candidacies', needs: 'read candidacies' },
      { text: 'Supervision', page: '/supervision', needs: 'read supervision' },
    ],
  },
  {
    text: 'Work',
    entries: [
      { text: 'Matching', page: '/matching', needs: 'read matches' },
      { text: 'Capacity', page: '/capacity', needs: 'read providers' },
      { text: 'Your matches', page: '/matches/mine', needs: 'read own matches' },
      { text: 'Engagements', page: '/engagements', needs: 'read engagements' },
      { text: 'Escalations', page: '/escalations', needs: 'raise escalations' },
    ],
  },
  {
    text: 'Evidence',
    entries: [
      { text: 'KPIs', page: '/kpis', needs: 'read measurement' },
      { text: 'Instruments', page: '/instruments', needs: 'read measurement' },
      { text: 'Impact and return', page: '/impact', needs: 'read measurement' },
      { text: 'Deliverables', page: '/deliverables', needs: 'read measurement' },
      { text: 'Your 360', page: '/my-360', needs: 'read own report' },
    ],
  },
  {
    text: 'Steering',
    entries: [
      { text: 'Gates', page: '/gates', needs: 'read gates' },
      { text: 'Steering', page: '/steering', needs: 'read gates' },
      { text: 'Mail log', page: '/mails', needs: 'read mail log' },
      { text: 'Audit', page: '/audit', needs: 'read audit' },
      { text: 'Settings', page: '/settings', needs: 'edit program' },
    ],
  },
]

/** The pages above all programs. */
const organisation: Entry[] = [
  { text: 'Programs', page: '/programs' },
  { text: 'Templates', page: '/templates' },
  { text: 'Your calendar', page: '/calendar' },
  { text: 'HR systems', page: '/connections', needs: 'manage connections' },
  { text: 'Webhooks', page: '/webhooks', needs: 'manage webhooks' },
  { text: 'Audit', page: '/audit', needs: 'manage connections' },
]

const links = (entries: Entry[], may: readonly Action[], base = ''): SideNavigationProps.Link[] =>
  entries
    .filter(({ needs }) => needs === undefined || may.includes(needs))
    .map(({ text, page }) => ({ type: 'link', text, href: base + page }))

/** What the navigation offers: the organisation's pages, and in a program the pages one may see. */
export const navigationOf = (
  { programId, name }: { programId: string | undefined; name: string | undefined },
  may: { organisation: readonly Action[]; program: readonly Action[] },
): SideNavigationProps.Item[] => {
  const above = links(organisation, may.organisation)
  if (programId === undefined) return above
  const inside = sections.flatMap(({ text, entries }, index): SideNavigationProps.Item[] => {
    const items = links(entries, may.program, `/programs/${programId}`)
    return items.length > 0 ? [{ type: 'section-group', title: index === 0 ? (name ?? text) : text, items }] : []
  })
  return [...above, { type: 'divider' }, ...inside]
}

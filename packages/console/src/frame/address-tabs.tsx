import Tabs from '@cloudscape-design/components/tabs'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'

type Tab = { id: string; label: string; content: ReactNode }

/**
 * Tabs of a page; the one that is open stands in the address (`?show=…`), the first where none does. What else the address says of
 * the page goes with the tab, except what `keep` names.
 */
export const AddressTabs = ({ tabs, label, keep = [] }: { tabs: Tab[]; label: string; keep?: string[] }) => {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('show')
  const open = tabs.find(({ id }) => id === asked) ?? tabs[0]
  return (
    <Tabs
      ariaLabel={label}
      activeTabId={open?.id}
      onChange={({ detail }) => {
        const kept = [...search].filter(([name]) => keep.includes(name))
        setSearch([['show', detail.activeTabId], ...kept])
      }}
      // Only what is looked at is built, so that only that is read.
      tabs={tabs.map(({ content, ...tab }) => ({ ...tab, content: tab.id === open?.id && content }))}
    />
  )
}

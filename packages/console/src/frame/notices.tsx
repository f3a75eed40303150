import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

type Tell = (text: ReactNode, type?: 'success' | 'info' | 'warning' | 'error') => void

const Telling = createContext<Tell>(() => {})
const Told = createContext<FlashbarProps.MessageDefinition[]>([])

/** Says at the top of the page what has been done: `tell('Mira Okafor was withdrawn.')`. */
export const useTell = (): Tell => useContext(Telling)

export const Notices = ({ children }: { children: ReactNode }) => {
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([])
  const tell = useCallback<Tell>((content, type = 'success') => {
    const id = crypto.randomUUID()
    const drop = () => setItems((all) => all.filter((item) => item.id !== id))
    const item = { id, content, type, dismissible: true, dismissLabel: 'Dismiss', onDismiss: drop }
    setItems((all) => [item, ...all].slice(0, 3))
  }, [])
  return (
    <Telling value={tell}>
      <Told value={items}>{children}</Told>
    </Telling>
  )
}

/** Where notices appear. */
export const NoticeBar = () => {
  const items = useContext(Told)
  const labels = useMemo(
    () => ({
      ariaLabel: 'Notices',
      successIconAriaLabel: 'Done',
      infoIconAriaLabel: 'Note',
      warningIconAriaLabel: 'Warning',
      errorIconAriaLabel: 'Error',
    }),
    [],
  )
  return <Flashbar items={items} i18nStrings={labels} />
}

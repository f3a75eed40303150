import { applyMode, Mode } from '@cloudscape-design/global-styles'

const kept = 'look'
export type Look = 'system' | 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** How the pages look: as the person chose on this device, else as the device does. */
export const chosenLook = (): Look => (localStorage.getItem(kept) as Look | null) ?? 'system'

/** Applies the chosen look, now and whenever the device changes its own. */
export const applyLook = (): void => {
  const apply = () => {
    const look = chosenLook()
    applyMode(look === 'dark' || (look === 'system' && dark.matches) ? Mode.Dark : Mode.Light)
  }
  apply()
  dark.addEventListener('change', apply)
}

export const chooseLook = (look: Look): void => {
  if (look === 'system') localStorage.removeItem(kept)
  else localStorage.setItem(kept, look)
  const isDark = look === 'dark' || (look === 'system' && dark.matches)
  applyMode(isDark ? Mode.Dark : Mode.Light)
}

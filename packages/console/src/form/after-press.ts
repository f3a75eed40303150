let isPressed = false
addEventListener('pointerdown', () => (isPressed = true), true)
for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, () => (isPressed = false), true)

/** Long enough for the click that follows a press. */
const clickMs = 50

/**
 * Does something that moves what is on the page: at once, or while something is being pressed, after that. Else a button that is
 * pressed could move away from under the pointer, and the click would be lost.
 */
export const afterPress = (work: () => void): void => {
  if (isPressed) addEventListener('pointerup', () => setTimeout(work, clickMs), { once: true })
  else work()
}

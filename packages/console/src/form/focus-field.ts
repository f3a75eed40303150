/** The id of the element around a field. */
export const idOf = (path: string): string => `field.${path}`

/** Goes to a field once the page shows it as it is now. */
export const focusField = (path: string): void => {
  requestAnimationFrame(() => {
    const place = document.getElementById(idOf(path))
    const control = place?.querySelector<HTMLElement>('input:not([disabled]), textarea, button')
    place?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
  })
}

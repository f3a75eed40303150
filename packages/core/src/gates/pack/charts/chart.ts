import { html, type Markup } from '../html.ts'

/** A drawing with its title and description for those who do not see it. Sizes are in its own units; it fills the width it gets. */
export const chart = (
  {
    id,
    width,
    height,
    title,
    description,
  }: { id: string; width: number; height: number; title: string; description: string },
  ...drawn: Markup[]
): Markup =>
  html`<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-words"><title id="${id}-title">${title}</title><desc id="${id}-words">${description}</desc>${drawn}</svg>`

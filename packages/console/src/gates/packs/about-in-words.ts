/** What a pack is about: `Gate W12`, `Early signal at day 60`. */
export const aboutInWords = (about: string): string =>
  about.startsWith('day-') ? `Early signal at day ${about.slice(4)}` : `Gate ${about}`

/** The names of the columns of a CSV file as the platform reads them: small letters, `_` for spaces. */
export const columnsOf = (csv: string): string[] => {
  const header = csv.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  const separator = header.includes(';') ? ';' : ','
  const names = header
    .split(separator)
    .map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase().replaceAll(' ', '_'))
  return [...new Set(names.filter(Boolean))]
}

/** How many people a file has. */
export const peopleIn = (csv: string): number =>
  Math.max(0, csv.split(/\r?\n/).filter((line) => line.trim()).length - 1)

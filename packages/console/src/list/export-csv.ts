/** A cell of a CSV file: quoted where it must be, and never taken for a formula by a spreadsheet. */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180) with a line of headers. */
export const toCsv = (headers: string[], rows: (string | number | undefined)[][]): string =>
  [headers, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/** Hands a text to the browser as a file to keep. */
export const saveAs = (name: string, content: string | Blob): void => {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

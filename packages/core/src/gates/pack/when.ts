/** An instant for people, with its zone: "Fri, 26 Mar 2027, 16:00 (Europe/Berlin)". */
export const when = (instant: string, zone: string): string => {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  return `${format.format(new Date(instant))} (${zone})`
}

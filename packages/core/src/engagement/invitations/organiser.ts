/** Who invites: the sender of the mails, for answers go to the organiser and mail programs distrust any other address. */
export type Organiser = { name: string; address: string; domain: string }

/** @param mailFrom `programs@example.org` or `Pilotgate <programs@example.org>` */
export const organiserOf = (mailFrom: string): Organiser => {
  const [, name = '', address = mailFrom.trim()] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? []
  return { name: name || 'Pilotgate', address, domain: address.slice(address.lastIndexOf('@') + 1) }
}

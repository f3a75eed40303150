import type { NewConnection, VendorOffer } from './connection-words.tsx'

export type Entered = Required<Pick<NewConnection, 'name' | 'zone' | 'settings' | 'credentials'>> & { secret: string }

/** What one vendor asks for, and no other: nothing of it is entered yet. */
export const nothingOfVendor = { settings: {}, credentials: {}, secret: '' } satisfies Partial<Entered>

const filled = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))

/** What was entered, as the API takes it: nothing that was left empty. */
export const given = ({ name, zone, settings, credentials, secret }: Entered) => ({
  name: name.trim(),
  zone,
  settings: filled(settings),
  credentials: filled(credentials),
  ...(secret.trim() && { secret: secret.trim() }),
})

/** A connection that is there already has its secrets elsewhere. */
export const asksForSecret = ({ takesSecret }: Pick<VendorOffer, 'takesSecret'>, kept?: string[]): boolean =>
  takesSecret && !kept

/** Whether something was refused that no field of the page can show. @param kept as the page has it: credentials that are set already */
export const isBesideFields = (
  vendor: Pick<VendorOffer, 'settings' | 'credentials' | 'takesSecret'> | undefined,
  { fields }: { fields: { field: string }[] },
  kept?: string[],
): boolean => {
  const shown = vendor
    ? [
        ...['name', 'zone'],
        ...vendor.settings.map(({ name }) => `settings.${name}`),
        ...vendor.credentials.map(({ name }) => `credentials.${name}`),
        ...(asksForSecret(vendor, kept) ? ['secret'] : []),
      ]
    : []
  return fields.length === 0 || fields.some(({ field }) => !shown.includes(field))
}

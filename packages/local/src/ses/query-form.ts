/** Lists and values of an AWS Query request: `Destination.ToAddresses.member.1=…`. */
export interface QueryForm {
  get(name: string): string | undefined
  /** `name.member.1`, `name.member.2`, … in order. */
  list(name: string): string[]
  /** The prefixes `name.member.1`, `name.member.2`, … of a list of structures. */
  prefixes(name: string): string[]
}

export function parseQueryForm(body: string): QueryForm {
  const form = new URLSearchParams(body)
  const get = (name: string) => form.get(name) ?? undefined
  const count = (name: string) => {
    let n = 0
    while (
      [...form.keys()].some((key) => key === `${name}.member.${n + 1}` || key.startsWith(`${name}.member.${n + 1}.`))
    )
      n += 1
    return n
  }
  const prefixes = (name: string) => Array.from({ length: count(name) }, (_, index) => `${name}.member.${index + 1}`)
  return { get, prefixes, list: (name) => prefixes(name).map((prefix) => form.get(prefix) ?? '') }
}

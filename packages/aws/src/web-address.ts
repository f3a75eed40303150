import { DomainError } from '@pilotgate/core/errors'
import type { WebRequest } from '@pilotgate/core/ports'

const longestUrl = 2_048
const largestBody = 1024 * 1024

const refused = (words: string): DomainError => new DomainError('NotAllowed', words)

/**
 * Where a request goes, when it may go there by what it says itself; where its name leads is looked at later.
 * @throws DomainError `NotAllowed`
 */
export const addressOf = ({ url, hosts, body }: WebRequest, privateHosts: string[]): URL => {
  if (url.length > longestUrl) throw refused(`The address is longer than ${longestUrl} characters. Use a shorter one.`)
  if (!URL.canParse(url)) {
    throw refused('This is not the address of a web server. Enter it whole, such as https://example.org/path.')
  }
  const address = new URL(url)
  const { hostname, protocol, username, password } = address
  if (username || password) {
    throw refused('The address holds a user name or password. Leave them out: they would be written down on the way.')
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && privateHosts.includes(hostname))) {
    throw refused(`The address of ${hostname || 'the server'} does not begin with https://. Use one that does.`)
  }
  if (hosts && !hosts.some((host) => matches(host, hostname))) {
    throw refused(`${hostname} is not one of the hosts that may be asked here: ${hosts.join(', ')}.`)
  }
  if (body !== undefined && Buffer.byteLength(body) > largestBody) {
    throw refused('The request is larger than 1 MB, which is the most that is sent.')
  }
  return address
}

/** `*.example.org` is every host below example.org, not example.org itself. */
const matches = (pattern: string, hostname: string): boolean =>
  pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern

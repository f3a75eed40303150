import { consoleFile, consolePolicy } from '@pilotgate/contracts/console-policy'
import { describe, expect, test } from 'vitest'

const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((each) => [each.split(' ')[0]!, each.split(' ').slice(1).join(' ')]))

describe("the console's policy", () => {
  test('lets it run its own scripts and call itself and its sign-in, and nothing else', () => {
    const policy = directives(consolePolicy({ connect: ['https://login.example.org', 'https://login.example.org'] }))
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self' https://login.example.org",
      'frame-ancestors': "'none'",
      'form-action': "'none'",
      'upgrade-insecure-requests': '',
    })
  })

  test('asks for no https where there is none', () => {
    const policy = directives(consolePolicy({ connect: [], secure: false }))
    expect(policy['connect-src']).toBe("'self'")
    expect(policy).not.toHaveProperty('upgrade-insecure-requests')
  })
})

test.each([
  ['/index.html', true],
  ['/settings.json', true],
  ['/assets/index-abc.js', true],
  ['/assets/fonts/sans.woff2', true],
  ['/', false],
  ['/signed-in', false],
  ['/programs/01KFZ0Q3W5T7R9YB2M4N6P8S0D/gates/W06', false],
  ['/programs/01KFZ0Q3W5T7R9YB2M4N6P8S0D/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach', false],
  ['/assets/', false],
])('%s is a file of the console: %s', (path, file) => {
  expect(consoleFile.test(path)).toBe(file)
})

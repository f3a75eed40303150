import {
  type Action,
  actions,
  actionsInOrganisation,
  actionsInProgram,
  isOrganisationAction,
} from '@pilotgate/core/program/authority'
import { type Role, roles } from '@pilotgate/core/program/roles'
import { describe, expect, test } from 'vitest'

describe('what one may do in a program', () => {
  test.each<[Role[], yes: Action[], no: Action[]]>([
    [
      ['participant'],
      ['answer task', 'choose consent', 'read own report'],
      ['read people', 'read gates', 'read audit'],
    ],
    [['coach'], ['log practice', 'act in own engagement', 'sign agreements'], ['read people', 'read audit']],
    [['manager'], ['answer task', 'resolve blockers', 'read engagements'], ['read people', 'act in own engagement']],
    [['sponsor'], ['read people', 'vote on gates', 'read measurement'], ['read audit', 'manage people']],
    [['legal'], ['read audit', 'read people', 'attest facts'], ['decide gates', 'read mail log']],
    [['data owner'], ['read audit', 'measure impact'], ['read mail log']],
    [['program owner'], ['steer program', 'read audit', 'approve high-impact matches'], ['read own report']],
    [['coach', 'legal'], ['log practice', 'read audit'], ['steer program']],
    [[], [], ['read program', 'answer task', 'list programs']],
  ])('as %j', (held, yes, no) => {
    const may = actionsInProgram(held)
    expect(yes.filter((action) => !may.includes(action))).toEqual([])
    expect(no.filter((action) => may.includes(action))).toEqual([])
  })

  test.each(roles)('as %s is all that the table gives to it, and nothing of the organisation', (role) => {
    const expected = Object.entries(actions).flatMap(([action, allowed]) =>
      (allowed as readonly Role[]).includes(role) && !isOrganisationAction(action) ? [action] : [],
    )
    expect(actionsInProgram([role])).toEqual(expected)
  })
})

test.each([
  [['program owner'], ['manage templates', 'create programs', 'manage connections', 'manage webhooks']],
  [['participant', 'hr head'], []],
  [[], []],
])('beyond programs %j may %j', (held, expected) => {
  expect(actionsInOrganisation(held).toSorted()).toEqual(expected.toSorted())
})

import { isDomainError } from '@pilotgate/core/errors'
import type { Web } from '@pilotgate/core/ports'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import { employeeReport } from '@pilotgate/core/program/hr/vendors/report'
import { vendorNames } from '@pilotgate/core/program/hr/vendors/vendor-names'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const now = '2027-01-04T08:00:00.000Z'

/** Words that vendors use, so that what is made of them comes far. */
const names = [
  ...['type', 'timestamp', 'data', 'employeeId', 'employees', 'id', 'changedFields', 'fields', 'value', 'tableId'],
  ...['hook', 'event', 'employee', 'job_title', 'effective_date', 'event_type', 'individual_id', 'event_name'],
  ...['payload', 'person_id', 'person', 'groups', 'employments', '_data', 'responses', 'body', 'code', 'org_units'],
  ...['work', 'reportsTo', 'humanReadable', 'internal', 'status', 'emails', 'First name', 'Last name', 'Hire Date'],
]
const texts = [
  ...['employee.updated', 'table.entry.created', 'Employee.changed', 'Employment.changed', 'employment.updated'],
  ...['work', '100', '', '2027-02-01', '2027-02-30', '0000-00-00', 'ACTIVE', 'Hire Date', 'DEPARTMENT', 'department'],
]
const leaf = fc.oneof(
  fc.constantFrom(...texts),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.dictionary(fc.constantFrom(...names), tie('anything'), { maxKeys: 6 }),
    fc.array(tie('anything'), { maxLength: 3 }),
  ),
}))

describe.each(vendorNames.filter((name) => vendors[name].door))('%s', (name) => {
  it('reads any delivery, or says that it cannot', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        (text) => {
          try {
            for (const { employeeId, occurredAt, report } of vendors[name].door!.read(text, now)) {
              expect(employeeReport.parse(report ?? { employeeId, fields: {}, occurredAt })).toBeDefined()
            }
          } catch (error) {
            expect(isDomainError(error, 'InvalidInput'), String(error)).toBe(true)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  const { readBack } = vendors[name]
  it.runIf(readBack)('takes any answer, or says that it cannot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 4 }), async (answers) => {
        let asked = 0
        const web: Web = {
          async send() {
            const body = JSON.stringify(answers[asked++ % answers.length])
            return { status: 200, headers: {}, body, milliseconds: 1 }
          },
        }
        try {
          const report = await readBack!.fetch(
            { web, settings: { company: 'x' }, credentials: {}, now, today: '2027-01-04' },
            '1',
          )
          if (report) expect(employeeReport.parse(report)).toBeDefined()
        } catch (error) {
          expect(['InvalidInput', 'NotAllowed', 'Unavailable'], String(error)).toContain((error as Error).name)
        }
      }),
      { numRuns: 500 },
    )
  })
})

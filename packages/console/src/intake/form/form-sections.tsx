import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { FieldView } from '../../form/field-view.tsx'
import type { Form } from '../../form/use-form.ts'
import { sections } from '../sections.ts'
import { FormHours } from './form-hours.tsx'

/** The questions of the intake, section after section; those that are not asked of this learner are left out. */
export const FormSections = ({ form }: { form: Form }) => {
  const parts = form.field.kind === 'group' ? form.field.parts : []
  const asked = parts.filter(([, part]) => part.kind !== 'fixed')
  return (
    <>
      {sections.map(({ title, about, fields }) => {
        const inside = asked
          .filter(([name]) => fields.includes(name))
          .sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))
        if (inside.length === 0) return null
        return (
          <Container
            key={title}
            header={
              <Header variant="h2" description={about}>
                {title}
              </Header>
            }
          >
            <SpaceBetween size="l">
              {inside.map(([name, field]) =>
                name === 'availability' ? (
                  <FormHours key={name} form={form} path={name} />
                ) : (
                  <FieldView key={name} form={form} field={field} path={name} />
                ),
              )}
            </SpaceBetween>
          </Container>
        )
      })}
    </>
  )
}

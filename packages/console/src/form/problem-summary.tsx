import Alert from '@cloudscape-design/components/alert'
import Link from '@cloudscape-design/components/link'
import LiveRegion from '@cloudscape-design/components/live-region'
import { focusField } from './focus-field.ts'
import type { Form } from './use-form.ts'

const mostShown = 5

/** What is still wrong after it was tried to send the form, with the way to each field; screen readers say it at once. */
export const ProblemSummary = ({ form: { shown, asked } }: { form: Form }) => {
  const [first] = shown
  if (asked === 0 || !first) return null
  const title = shown.length === 1 ? 'One answer needs another look' : `${shown.length} answers need another look`
  return (
    <>
      <Alert type="error" header={title}>
        <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
          {shown.slice(0, mostShown).map(({ path, label, problem }) => (
            <li key={path + problem}>
              <Link onFollow={() => focusField(path)}>{label || 'The form'}</Link> – {problem}
            </li>
          ))}
          {shown.length > mostShown && <li>and {shown.length - mostShown} more</li>}
        </ul>
      </Alert>
      <LiveRegion hidden assertive>
        {title}. {first.label}: {first.problem}
      </LiveRegion>
    </>
  )
}

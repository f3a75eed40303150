import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import type { Schema } from '../../form/schema.ts'
import { roleList } from '../../program/role-words.ts'
import { useProgram } from '../../program/use-program.tsx'
import { FormDialog } from '../form-dialog.tsx'
import type { Rubric } from './rubrics.tsx'

const text: Schema = { type: 'string', minLength: 1, maxLength: 300 }
const name: Schema = { type: 'string', minLength: 1, maxLength: 60 }
const median: Schema = { type: 'number', minimum: 1, maximum: 5 }
const all = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

const schema = all({
  title: text,
  dimensions: {
    type: 'array',
    minItems: 1,
    items: all({ dimension: name, words: text, anchors: all({ one: text, three: text, five: text }) }),
  },
  knockOuts: { type: 'array', items: all({ rule: name, words: text }) },
  minimumPanel: { type: 'integer', minimum: 2, maximum: 9 },
  composition: { type: 'array', uniqueItems: true, items: { type: 'string' } },
  passes: all({ median, lowest: median }),
  rejectsBelow: median,
})

/** Makes the next version of a rubric for this program, as far as the rules of the domain leave it open. */
export const EditRubric = ({ rubric, onClose }: { rubric: Rubric; onClose: () => void }) => {
  const { programId } = useProgram()
  const edit = useAct('editRubric')
  return (
    <FormDialog
      title={`Change the rubric “${rubric.title}”`}
      action={`Save as version ${rubric.version + 1}`}
      schema={schema}
      hints={{
        dimensions: { noun: 'dimension', label: 'Dimensions' },
        'dimensions.dimension': { label: 'Short name', description: 'Stays as it is when you only change the words.' },
        'dimensions.words': { label: 'What is scored' },
        'dimensions.anchors': { label: 'What marks look like' },
        'dimensions.anchors.one': { label: '1 looks like' },
        'dimensions.anchors.three': { label: '3 looks like' },
        'dimensions.anchors.five': { label: '5 looks like' },
        knockOuts: { label: 'What turns down whatever the marks', noun: 'rule' },
        'knockOuts.rule': { label: 'Short name' },
        'knockOuts.words': { label: 'In words' },
        minimumPanel: { label: 'Members at least', unit: 'members' },
        composition: {
          label: 'Roles that must each be held by another member',
          options: roleList.map(([role]) => ({ value: role, label: role })),
        },
        passes: { label: 'Passes' },
        'passes.median': { label: 'From this median of all marks' },
        'passes.lowest': { label: 'With no dimension below' },
        rejectsBelow: { label: 'Turned down below this median' },
      }}
      known={rubric}
      onSend={(body: Input<'editRubric'>['body']) =>
        edit.mutateAsync({ path: { programId, rubric: rubric.rubric }, body, version: rubric.version })
      }
      done={`The rubric “${rubric.title}” has a new version.`}
      onClose={onClose}
    >
      Panels that were named before go on with the version they have. A calibration keeps a median of 4 at least; what a
      rule of the program names cannot be taken out.
    </FormDialog>
  )
}

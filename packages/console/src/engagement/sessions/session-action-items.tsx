import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { ActionItemList } from '../actions/action-item-list.tsx'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import type { SessionDetail } from '../words.ts'
import { type ActionItemEntered, actionItem, actionItemHints } from './action-item-schema.ts'

const most = 3

/** The action items that came out of a session, and another one, up to three. */
export const SessionActionItems = ({ session }: { session: SessionDetail }) => {
  const { programId } = useProgram()
  const { engagement, mayAct } = usePair()
  const add = useAct('addActionItem')
  const { actions = [], sessionId } = session
  return (
    <ActionItemList
      from={{ rows: actions, complete: true, error: null, again: () => {} }}
      about="What the two of you agreed on in this session. Read by the two of you alone."
      actions={
        mayAct &&
        actions.length < most && (
          <FormButton
            text="Add an action item"
            schema={actionItem}
            hints={actionItemHints(engagement)}
            known={{ kind: 'action' }}
            onSend={(body: ActionItemEntered) => add.mutateAsync({ path: { programId, sessionId }, body })}
            done="The action item is added."
          />
        )
      }
    />
  )
}

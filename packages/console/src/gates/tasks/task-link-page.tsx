import { useState } from 'react'
import { useLocation } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { OpenPage } from '../../frame/open-page.tsx'
import { OpenTrouble } from '../../frame/open-trouble.tsx'
import { LinkForm } from './link-form.tsx'
import { LinkState } from './link-state.tsx'
import { TaskFacts } from './task-facts.tsx'

/** `/task#KEY`: the task that the link of a mail opens, without a sign-in. The key leaves this page in bodies of requests alone. */
export const Component = () => {
  const key = useLocation().hash.slice(1)
  return <LinkedTask key={key} linkKey={key} />
}

const LinkedTask = ({ linkKey }: { linkKey: string }) => {
  const [isSent, setSent] = useState(false)
  const { data: task, error, refetch } = useRead('readTaskLink', { body: { key: linkKey } })
  if (!task) {
    return (
      <OpenPage title="Your task">
        {error ? (
          <OpenTrouble error={error} unknown="This link opens no task" again={() => void refetch()} />
        ) : (
          <Loading what="your task" />
        )}
      </OpenPage>
    )
  }
  const { title, programName, organisation, askedOf, subjectName, state, zone, why } = task
  return (
    <OpenPage title={title} about={why} owner={`${programName}, ${organisation}`}>
      {state !== 'open' && <LinkState task={task} linkKey={linkKey} isSent={isSent} />}
      <TaskFacts
        {...task}
        askedOf={askedOf}
        isOpen={state === 'open'}
        zone={zone}
        more={subjectName === undefined ? [] : [{ label: 'About', value: subjectName }]}
      />
      {state === 'open' && <LinkForm task={task} linkKey={linkKey} onSent={() => setSent(true)} />}
    </OpenPage>
  )
}

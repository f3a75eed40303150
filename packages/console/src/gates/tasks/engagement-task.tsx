import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useRead } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { Paragraphs } from '../../words/paragraphs.tsx'
import { TaskForm } from './task-form.tsx'
import type { Task } from './task-words.ts'

type EngagementTaskProps = { task: Task; onSent: () => void }

/** A step of an engagement: the texts to be signed, or the first three sessions. */
export const EngagementTask = (props: EngagementTaskProps) => {
  const properties = props.task.form?.properties as { kind?: { const?: string } } | undefined
  switch (properties?.kind?.const) {
    case 'charter':
      return <Charter {...props} />
    case 'agreement':
      return <Agreement {...props} />
    case 'kickoff':
      return <Kickoff {...props} />
    default:
      return <TaskForm {...props} hints={{}} />
  }
}

/** Clauses in the order in which an agreement is read. */
const clauses = ['scope', 'cadence and format', 'success criteria', 'sponsor actions', 'confidentiality']
const placeOf = (clause: string) => (clauses.includes(clause) ? clauses.indexOf(clause) : clauses.length)
const inOrder = ([a]: [string, string], [b]: [string, string]) => placeOf(a) - placeOf(b) || a.localeCompare(b)

const ownName = { label: 'Your full name, as the roster has it', description: 'It stands for your signature.' }

const usePath = ({ engagementId = '' }: Task) => ({ path: { programId: useProgram().programId, engagementId } })

const Charter = ({ task, onSent }: EngagementTaskProps) => {
  const charter = useRead('getCharter', usePath(task))
  if (!charter.data) return <Awaited of={charter} what="what you sign" />
  const { roleCharter, dataAccess } = charter.data
  return (
    <SpaceBetween size="l">
      {[roleCharter, dataAccess].map(({ document, title, version, paragraphs }) => (
        <SignedText key={document} title={title} version={version}>
          <Paragraphs of={paragraphs} />
        </SignedText>
      ))}
      <TaskForm
        task={task}
        onSent={onSent}
        title="Sign both"
        action="Sign"
        hints={{
          name: ownName,
          roleCharter: { fixed: roleCharter.version },
          dataAccess: { fixed: dataAccess.version },
        }}
      />
    </SpaceBetween>
  )
}

const Agreement = ({ task, onSent }: EngagementTaskProps) => {
  const agreements = useRead('listAgreements', usePath(task))
  if (!agreements.data) return <Awaited of={agreements} what="the working agreement" />
  const newest = agreements.data.items.toSorted((a, b) => b.number - a.number)[0]
  if (!newest) return <TaskForm task={task} onSent={onSent} hints={{ name: ownName }} />
  return (
    <SpaceBetween size="l">
      <SignedText title="Working agreement" version={newest.number}>
        {newest.change && <Paragraphs of={[`Changed: ${newest.change}`]} />}
        {Object.entries(newest.clauses)
          .sort(inOrder)
          .map(([clause, text]) => (
            <section key={clause}>
              <h3>{inWords(clause)}</h3>
              <Paragraphs of={text.split('\n')} />
            </section>
          ))}
      </SignedText>
      <TaskForm
        task={task}
        onSent={onSent}
        title="Sign it"
        action="Sign"
        hints={{ name: ownName, number: { fixed: newest.number } }}
      />
    </SpaceBetween>
  )
}

const Kickoff = ({ task, onSent }: EngagementTaskProps) => {
  const engagement = useRead('getEngagement', usePath(task))
  if (!engagement.data) return <Awaited of={engagement} what="the engagement" />
  return (
    <TaskForm
      task={task}
      onSent={onSent}
      title={`First sessions with ${engagement.data.participantName}`}
      known={{ blocks: engagement.data.blocks }}
      hints={{ blocks: { label: 'When do the first three sessions begin?', noun: 'session' } }}
    />
  )
}

const SignedText = ({ title, version, children }: { title: string; version: number; children: ReactNode }) => (
  <Container
    header={
      <Header variant="h2" description={`Version ${version}`}>
        {title}
      </Header>
    }
  >
    {children}
  </Container>
)

const Awaited = ({
  of: { error, refetch },
  what,
}: {
  of: { error: Error | null; refetch: () => unknown }
  what: string
}) => (error ? <Trouble error={error} what={inWords(what)} again={() => void refetch()} /> : <Loading what={what} />)

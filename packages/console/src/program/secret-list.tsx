import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ConfirmButton } from '../frame/confirm-button.tsx'
import { moment } from '../when/when.ts'

type SecretListProps = {
  secrets: { secretId: string; addedAt: string }[]
  zone: string
  about: string
  /** Adds a second one. */
  onAdd: () => void
  onRemove: (secretId: string) => Promise<unknown>
  /** What becomes of it once it is removed. */
  afterwards: string
  children?: ReactNode
}

/** The secrets that are valid: usually one, and two while one replaces the other. */
export const SecretList = ({ secrets, zone, about, onAdd, onRemove, afterwards, children }: SecretListProps) => (
  <Container
    header={
      <Header
        variant="h2"
        description={about}
        actions={
          <Button
            onClick={onAdd}
            disabled={secrets.length > 1}
            disabledReason="Two are valid already. Remove one first."
          >
            Add a second secret
          </Button>
        }
      >
        Secrets
      </Header>
    }
  >
    <SpaceBetween size="s">
      {children}
      {secrets.map(({ secretId, addedAt }, index) => (
        <SpaceBetween key={secretId} direction="horizontal" size="s" alignItems="center">
          <span>
            {secrets.length > 1 && (index === 0 ? 'Old: ' : 'New: ')}added {moment(addedAt, zone)}
          </span>
          {secrets.length > 1 && (
            <ConfirmButton
              text="Remove"
              ariaLabel={`Remove the secret added ${moment(addedAt, zone)}`}
              question="Remove this secret?"
              action="Remove the secret"
              onConfirm={() => onRemove(secretId)}
              done="The secret was removed."
            >
              {afterwards}
            </ConfirmButton>
          )}
        </SpaceBetween>
      ))}
    </SpaceBetween>
  </Container>
)

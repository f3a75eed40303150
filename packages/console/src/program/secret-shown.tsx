import Alert from '@cloudscape-design/components/alert'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'

/** A secret that was just made: it is shown this once. */
export const SecretShown = ({ secret, children }: { secret: string; children: string }) => (
  <Alert type="warning" header="Copy the secret now">
    {children} It is not shown again.
    <Copied text={secret} what="the secret" />
  </Alert>
)

/** A text to be pasted elsewhere. */
export const Copied = ({ text, what }: { text: string; what: string }) => (
  <div style={{ overflowWrap: 'anywhere' }}>
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`Copy ${what}`}
      copySuccessText="Copied"
      copyErrorText="It cannot be copied here. Select it with the mouse."
    />
  </div>
)

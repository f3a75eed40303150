import { FormButton } from '../form-button.tsx'
import { form, text } from '../schemas.ts'

const name = form({
  name: { ...text('Your full name, as the roster has it', 120), description: 'It stands for your signature.' },
})

type SignProps = { text: string; title: string; onSign: (name: string) => Promise<unknown>; done: string }

/** Signs with one's own name. */
export const Sign = ({ text: button, title, onSign, done }: SignProps) => (
  <FormButton
    text={button}
    variant="primary"
    action="Sign"
    schema={name}
    onSend={({ name: written }: { name: string }) => onSign(written)}
    done={done}
  >
    {title}. Read it first; your name and the time are kept with it.
  </FormButton>
)

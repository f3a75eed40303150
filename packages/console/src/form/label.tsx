/** The name of a field, and whether it may stay empty. */
export const Label = ({ text, optional }: { text: string; optional: boolean }) =>
  optional ? (
    <>
      {text} <i>– if you like</i>
    </>
  ) : (
    text
  )

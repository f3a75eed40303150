import Box from '@cloudscape-design/components/box'

/** A text to be read, paragraph by paragraph. */
export const Paragraphs = ({ of: paragraphs }: { of: readonly string[] }) =>
  paragraphs.map((paragraph) => (
    <Box key={paragraph} variant="p">
      {paragraph}
    </Box>
  ))

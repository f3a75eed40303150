/** Short texts as a list; one alone as a line. */
export const Bullets = ({ of: texts }: { of: string[] }) =>
  texts.length === 1 ? (
    <div>{texts[0]}</div>
  ) : (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )

import { Confirm } from '../../frame/confirm.tsx'
import { type Choice, groupWords, lossWords, purposeWords } from './words.ts'

type RevokeProps = { revoked: Choice[]; onConfirm: () => Promise<unknown>; onClose: () => void }

/** Says what is lost before consent is withdrawn; nobody has to say why. */
export const Revoke = ({ revoked, onConfirm, onClose }: RevokeProps) => {
  const ofMatching = revoked.filter(({ purpose }) => purpose === 'matching')
  const others = revoked.filter(({ purpose }) => purpose !== 'matching')
  return (
    <Confirm question="Withdraw consent?" action="Withdraw and save" onConfirm={onConfirm} onClose={onClose}>
      {ofMatching.length > 0 && (
        <>
          No longer used for finding a match:
          <ul>
            {ofMatching.map(({ group }) => (
              <li key={group}>
                <strong>{groupWords[group].title}</strong> – {lossWords[group]}
              </li>
            ))}
          </ul>
          Proposals that are not decided yet are looked at again without them, and withdrawn where nothing else holds
          them.
        </>
      )}
      {others.length > 0 && (
        <>
          {ofMatching.length > 0 ? 'Also no' : 'No'} longer allowed:
          <ul>
            {[...Map.groupBy(others, ({ purpose }) => purpose)].map(([purpose, each]) => (
              <li key={purpose}>
                <strong>{purposeWords[purpose].title}</strong>:{' '}
                {each.map(({ group }) => groupWords[group].title).join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        Your answers stay, for you and those who run the program. You can consent again at any time: coach or mentor is
        then decided anew, and the next run of matching uses your answers.
      </p>
    </Confirm>
  )
}

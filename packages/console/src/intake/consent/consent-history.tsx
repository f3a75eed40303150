import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { localMoment } from '../../when/when.ts'
import { type Consent, groupWords, purposeWords } from './words.ts'

/** Every choice so far, the latest first; choices of one moment stand together. */
export const ConsentHistory = ({ history, zone }: { history: Consent['history']; zone: string }) => {
  const moments = [
    ...Map.groupBy(history, ({ at, granted, purpose, textVersion }) => [at, granted, purpose, textVersion].join()),
  ]
  if (history.length === 0) return null
  return (
    <ExpandableSection headerText={`Earlier choices (times in ${zone})`} headingTagOverride="h3">
      <ul>
        {moments.toReversed().map(([key, made]) => {
          const { at, granted, purpose, textVersion } = made[0]!
          return (
            <li key={key}>
              {localMoment(at, zone)}: {granted ? 'consented' : 'withdrawn'} –{' '}
              {purposeWords[purpose].title.toLowerCase()}: {made.map(({ group }) => groupWords[group].title).join(', ')}{' '}
              (text {textVersion})
            </li>
          )
        })}
      </ul>
    </ExpandableSection>
  )
}

import { useRows } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'

/** Who was drawn in which quarter and why, in the order of the draw: everything to draw again. */
export const DrawList = () => {
  const { programId, zone } = useProgram()
  const samples = useRows('listReviewSamples', { path: { programId } })
  const rows = samples.rows?.flatMap(({ quarter, candidates, share, seed }) =>
    candidates.map((candidate, index) => ({ ...candidate, quarter, share, seed, place: index + 1 })),
  )
  const nameOf = useSelectionNames((rows ?? []).map(({ personId }) => personId))
  return (
    <List
      title="Quarterly draws"
      about="One in five active coaches, rounded up: never drawn first, then who was drawn longest ago. Nobody chooses; it comes out the same each time."
      from={{ ...samples, rows }}
      noun={{ one: 'coach', many: 'coaches' }}
      id={({ quarter, personId }) => `${quarter}.${personId}`}
      file="review-draws"
      empty={{ text: 'Nobody was drawn yet. It happens on the first morning of a quarter with active coaches.' }}
      columns={[
        { id: 'coach', header: 'Coach', rowHeader: true, minWidth: 140, value: ({ personId }) => nameOf(personId) },
        { id: 'quarter', header: 'Quarter', value: ({ quarter }) => quarter.replace('-', ' ') },
        { id: 'place', header: 'Place', value: ({ place }) => place },
        { id: 'chosen', header: 'Drawn', value: ({ chosen }) => (chosen ? 'Yes' : 'No') },
        {
          id: 'reason',
          header: 'Why at this place',
          minWidth: 200,
          value: ({ reason }) => reason.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, (at) => dayOf(at, zone)),
        },
        { id: 'last', header: 'Drawn before', value: ({ lastSampled }) => lastSampled?.replace('-', ' ') },
        { id: 'share', header: 'Share', value: ({ share }) => `${Math.round(share * 100)} %` },
      ]}
    />
  )
}

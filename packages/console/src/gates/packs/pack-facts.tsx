import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Answer } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { aboutInWords } from './about-in-words.ts'

/** What a pack is about, which edition it is, who made it and when, and whether there is a newer one. */
export const PackFacts = ({ pack }: { pack: Answer<'getPack'> }) => {
  const { programId, zone } = useProgram()
  const { about, round, edition, madeAt, madeBy } = pack
  const nameOf = useNames([madeBy])
  const others = useRead('listPacks', { path: { programId }, query: { about, limit: 20 } })
  const newer = others.data?.items.filter((each) => each.madeAt > madeAt) ?? []
  const base = `/programs/${programId}`
  const subject = about.startsWith('day-') ? (
    aboutInWords(about)
  ) : (
    <LinkTo href={`${base}/gates/${about}`}>{aboutInWords(about)}</LinkTo>
  )
  const last = newer.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))[0]
  return (
    <Container header={<Header variant="h2">This edition</Header>}>
      <KeyValuePairs
        columns={4}
        minColumnWidth={220}
        items={[
          { label: 'About', value: subject },
          { label: 'Round and edition', value: `Round ${round}, edition ${edition}` },
          { label: 'Made', value: `${moment(madeAt, zone)} by ${nameOf(madeBy)}` },
          {
            label: 'Newer editions',
            value: last ? (
              <LinkTo href={`${base}/packs/${last.packId}`}>
                Round {last.round}, edition {last.edition}
              </LinkTo>
            ) : (
              'none: this is the newest'
            ),
          },
        ]}
      />
    </Container>
  )
}

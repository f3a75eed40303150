import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct, useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Paragraphs } from '../../words/paragraphs.tsx'
import { usePair } from '../pair.tsx'
import { Sign } from './sign.tsx'

/** What a mentor coach signs before seeing project data (E2): role charter and data-access agreement. */
export const Charter = () => {
  const { zone } = useProgram()
  const { engagement, mayAct, side, path } = usePair()
  const { data, error, refetch } = useRead('getCharter', { path })
  const sign = useAct('signCharter')
  const { charterSignedAt, providerName } = engagement
  const texts = data && [data.roleCharter, data.dataAccess]
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            charterSignedAt
              ? `Signed by ${providerName}, ${moment(charterSignedAt, zone)}.`
              : `${providerName} signs both before seeing project data.`
          }
          actions={
            data &&
            mayAct &&
            side === 'provider' &&
            !charterSignedAt && (
              <Sign
                text="Sign both"
                title="Sign the role charter and the data-access agreement"
                onSign={(name) =>
                  sign.mutateAsync({
                    path,
                    body: { roleCharter: data.roleCharter.version, dataAccess: data.dataAccess.version, name },
                  })
                }
                done="You have signed the role charter and the data-access agreement."
              />
            )
          }
        >
          Role charter and data access
        </Header>
      }
    >
      {error && !data && <Trouble error={error} what="The texts" again={refetch} />}
      {!error && !texts && <Loading what="the texts" />}
      <SpaceBetween size="s">
        {texts?.map(({ document, title, version, paragraphs }) => (
          <ExpandableSection
            key={document}
            headerText={title}
            headerDescription={`Version ${version}`}
            headingTagOverride="h3"
            defaultExpanded={!charterSignedAt}
          >
            <Paragraphs of={paragraphs} />
          </ExpandableSection>
        ))}
      </SpaceBetween>
    </Container>
  )
}

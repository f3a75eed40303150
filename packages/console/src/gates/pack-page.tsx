import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useParams } from 'react-router'
import { download } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { saveAs } from '../list/export-csv.ts'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { aboutInWords } from './packs/about-in-words.ts'
import { PackFacts } from './packs/pack-facts.tsx'
import { PackFrame } from './packs/pack-frame.tsx'
import { Rag } from './packs/rag.tsx'
import { useAddressOf } from './packs/use-address-of.ts'

/** A steering pack as it was made: what it is, its page, and the same page to print or keep. */
export const Component = () => {
  const { packId = '' } = useParams()
  const { programId } = useProgram()
  const pack = useRead('getPack', { path: { programId, packId } })
  const crumbs = useCrumbs(['Steering', '/steering'])
  const page = useAddressOf(pack.data?.html)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const save = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      saveAs(`steering-pack-${packId}.pdf`, await download('getPackPdf', { path: { programId, packId } }))
    } catch (error) {
      setFailure(error as Error)
    } finally {
      setBusy(false)
    }
  }
  if (!pack.data) {
    return (
      <Page title="Steering pack" crumbs={crumbs}>
        {pack.error ? (
          <Trouble error={pack.error} what="The steering pack" again={() => pack.refetch()} />
        ) : (
          <Loading what="the steering pack" />
        )}
      </Page>
    )
  }
  const title = `Steering pack: ${aboutInWords(pack.data.about)}`
  return (
    <Page
      title={title}
      crumbs={crumbs}
      info={<Rag rag={pack.data.rag} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={page} target="_blank" external disabled={!page}>
            Open in a new tab
          </Button>
          <Button variant="primary" iconName="download" onClick={save} loading={busy} loadingText="Printing the PDF">
            PDF
          </Button>
        </SpaceBetween>
      }
    >
      {failure && <Trouble error={failure} what="The PDF" />}
      <PackFacts pack={pack.data} />
      {page && <PackFrame address={page} title={title} />}
    </Page>
  )
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { FormatComparison } from './format-comparison.tsx'
import { SupposeForm } from './suppose-form.tsx'

export type Supposed = NonNullable<Input<'compareFormats'>['query']>

/** What 1:1, small groups and office hours would serve, for numbers that one supposes. */
export const WhatIf = () => {
  const { programId } = useProgram()
  const [supposed, setSupposed] = useState<Supposed>({ service: 'coach' })
  const asked = useRead('compareFormats', { path: { programId }, query: supposed })
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description="What is left empty is taken from the program as it stands.">
            Suppose
          </Header>
        }
      >
        <SupposeForm
          stands={asked.data?.supposed}
          fields={asked.error?.fields ?? []}
          busy={asked.isFetching}
          onCompare={setSupposed}
        />
      </Container>
      {asked.error && <Trouble error={asked.error} what="The comparison" again={asked.refetch} />}
      {!asked.error && !asked.data && <Loading what="the comparison" />}
      {asked.data && <FormatComparison {...asked.data} />}
    </SpaceBetween>
  )
}

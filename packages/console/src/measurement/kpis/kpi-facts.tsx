import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useNames } from '../../program/use-names.ts'
import { countsInWords, inUnit, inWords, number, targetInWords } from '../../words/figure.ts'
import { VerdictSign } from '../verdict.tsx'

type KpiFactsProps = {
  status: Answer<'getKpiSeries'>['status']
  definition: Answer<'listKpiDefinitions'>['items'][number] | undefined
}

/** What a KPI stands at, and how it is defined. */
export const KpiFacts = ({ status, definition }: KpiFactsProps) => {
  const { value, unit, ownerId, weeks, quarter, baseline, change, parts, direction } = status
  const nameOf = useNames([ownerId])
  const stands = [
    { label: 'Value', value: inWords(status) },
    { label: 'Target', value: targetInWords(status) ?? 'none' },
    { label: 'Verdict', value: <VerdictSign met={status.met} /> },
    { label: 'Made of', value: countsInWords(status) ?? '–' },
    { label: 'Weeks counted', value: weeks ? `${weeks.from} to ${weeks.to}; ${weeks.withData} with data` : 'none' },
    ...(quarter ? [{ label: 'Quarter', value: quarter }] : []),
    { label: 'Baseline', value: baseline === undefined ? 'none' : inUnit(baseline, unit) },
    ...(change === undefined
      ? []
      : [{ label: 'Against the baseline', value: `${number(change * 100, { signed: true, decimals: 1 })} %` }]),
    { label: 'Better is', value: direction === 'up' ? 'higher' : 'lower' },
    { label: 'Owner', value: ownerId ? nameOf(ownerId) : `nobody yet (${definition?.ownerRole ?? 'as shipped'})` },
    { label: 'Feed', value: status.feedConfirmed ? 'confirmed' : 'not confirmed' },
    { label: 'Part', value: status.part },
    ...(parts ?? []).map((part) => ({
      label: `Of it: ${part.name}`,
      value: [inWords({ value: part.value, unit }), countsInWords(part)].filter(Boolean).join(', '),
    })),
  ]
  return (
    <Container header={<Header variant="h2">How it stands</Header>}>
      <SpaceBetween size="m">
        {value.kind !== 'value' && (
          <Alert type="info" header={value.kind === 'no data' ? 'No data' : 'Suppressed'}>
            {value.why}
          </Alert>
        )}
        <KeyValuePairs columns={4} items={stands} />
        {definition && (
          <KeyValuePairs
            columns={2}
            items={[
              { label: 'Formula', value: definition.formula },
              { label: 'Source', value: definition.source },
              { label: 'Looked at', value: definition.cadence === 'once' ? 'once' : `every ${definition.cadence}` },
              {
                label: 'Attribution window',
                value: `up to ${definition.windowDays} days after the planned end of the program`,
              },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  )
}

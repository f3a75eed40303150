import SpaceBetween from '@cloudscape-design/components/space-between'
import { useProgram } from '../../program/use-program.tsx'
import type { Service } from '../words.ts'
import { Standing } from './standing.tsx'

/** What the person signed in has to know of their own credential, as coach, as mentor, or as both. */
export const OwnStanding = () => {
  const { part } = useProgram()
  const services = (['coach', 'mentor'] as const satisfies Service[]).filter((service) => part.roles.includes(service))
  return (
    <SpaceBetween size="l">
      {services.map((service) => (
        <Standing key={service} service={service} personId={part.personId} heading={`As a ${service}`} />
      ))}
    </SpaceBetween>
  )
}

import type { VendorOffer } from './connection-words.tsx'

/** What to do at the vendor, step by step; the address of the door stands above it. */
export const VendorSteps = ({ steps }: Pick<VendorOffer, 'steps'>) => (
  <ol>
    {steps.map((step) => (
      <li key={step}>{step.replaceAll(/(the address )?\{door\}/g, 'the address above')}</li>
    ))}
  </ol>
)

/** Asked when telemetry starts (W16) and again before the scale checklist (W23). */
export const coverageQuestion = 'Of all sessions held so far, how many have their metadata in the warehouse?'
export const freshnessQuestion = 'Did the latest load bring in the session metadata of the last working day?'

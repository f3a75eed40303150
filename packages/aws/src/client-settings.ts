/**
 * Settings shared by the SDK clients: connections are kept, there are enough of them, and a service that does not answer is
 * noticed within seconds, well before the 30 s of an HTTP request are over.
 */
export const clientSettings = (region: string) => ({
  region,
  maxAttempts: 5,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    // Without it the SDK only writes a warning and waits on.
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: true, maxSockets: 100 },
    httpsAgent: { keepAlive: true, maxSockets: 100 },
  },
})

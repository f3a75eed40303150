export const ledgerRoutes = {}

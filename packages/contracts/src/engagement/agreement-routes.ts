export const agreementRoutes = {}

export const kpiRoutes = {}

export const instrumentRoutes = {}

export const packRoutes = {}

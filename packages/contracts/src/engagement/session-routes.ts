export const sessionRoutes = {}

export const impactRoutes = {}

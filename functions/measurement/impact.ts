export const impactHandlers = {}

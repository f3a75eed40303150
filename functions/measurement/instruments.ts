export const instrumentHandlers = {}

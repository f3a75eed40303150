export const sessionHandlers = {}

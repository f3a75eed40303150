export const kpiHandlers = {}

export const agreementHandlers = {}

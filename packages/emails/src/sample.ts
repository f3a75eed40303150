/** The program all sample mails are about. */
export const samplePage = 'https://pilotgate.example/programs/leadership-pilot-2027'

export const sampleEnvelope = {
  programName: 'Leadership pilot 2027',
  organisationName: 'Northwind Logistics',
  recipientName: 'Ada Stein',
  recipientRoles: ['program owner' as const],
  zone: 'Europe/Berlin',
}

export const sampleGate = { gate: 'W06', title: 'Sprint sessions 1–2 and mentor exploratory meeting' }

export const sampleReason = 'Session attendance 76 % (38 of 50), needs at least 80 %'

/** The KPIs of domain §8. Their definitions are in `definitions.ts`. */
export const kpiIds = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K6',
  'K7',
  'K8',
  'K9',
  'K10',
  'K11',
  'K12',
  'K13',
  'K14',
  'K15',
  'K16',
  'K17',
  'K18',
] as const
export type KpiId = (typeof kpiIds)[number]

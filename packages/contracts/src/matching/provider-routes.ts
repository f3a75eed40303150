import { providerRecord } from '@pilotgate/core/matching/provider'
import { providerProfile } from '@pilotgate/core/matching/review/register-provider'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { base, program, words } from './route-parts.ts'
import { forecastView, providerView } from './views.ts'

export const providerRoutes = defineRoutes({
  listProviders: {
    ...base,
    method: 'GET',
    path: `${program}/providers`,
    action: 'read providers',
    summary: 'List the profiles of coaches and mentors',
    query: pageQuery,
    output: pageOf(providerView),
  },
  getProvider: {
    ...base,
    method: 'GET',
    path: `${program}/providers/{personId}`,
    action: 'register provider',
    summary: "Read a coach's or mentor's profile",
    description: "Coaches and mentors read their own, as `me`; matching owner and program owner anybody's.",
    output: providerView,
  },
  registerProvider: {
    ...base,
    method: 'PUT',
    path: `${program}/providers/{personId}`,
    action: 'register provider',
    summary: "Set a coach's or mentor's profile",
    description:
      'Coaches and mentors set their own; the matching owner sets any. Sponsor actions, outcomes and `featured` are what others document: they are taken from the matching owner only.',
    body: providerProfile.meta({
      examples: [
        {
          service: 'mentor',
          internal: true,
          tier: 'core-domain mentor',
          skills: ['cloud architecture', 'budgeting'],
          strengths: ['strategic thinking', 'delegation'],
          languages: ['English', 'German'],
          zone: 'Europe/Berlin',
          availability: [{ day: 2, from: '14:00', to: '17:00' }],
          sponsorship: { introductions: 4, actions: 2 },
          conflicts: [],
          featured: false,
        },
      ],
    }),
    output: providerView,
  },
  importProviders: {
    ...base,
    method: 'POST',
    path: `${program}/providers`,
    action: 'manage providers',
    summary: 'Import profiles of coaches and mentors from CSV',
    description:
      'Columns: email, service, internal (yes/no), tier, skills, strengths, languages, zone, availability ("mon 09:00-12:00"), introductions, actions, reached, engagements, featured (yes/no), conflicts (e-mail addresses); lists are separated by ";". Good rows are kept, bad rows are reported.',
    body: z.strictObject({ csv: z.string().min(1, 'The file is empty.') }).meta({
      examples: [
        {
          csv: 'email,service,internal,tier,skills,strengths,languages,zone,availability,introductions,actions,reached,engagements,featured,conflicts\nada@example.com,mentor,yes,core-domain mentor,budgeting,delegation,English;German,Europe/Zurich,mon 09:00-12:00;thu 14:00-17:00,4,2,3,4,no,\n',
        },
      ],
    }),
    output: z.object({
      saved: z.number().int(),
      problems: z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() })),
    }),
  },
  changeProviderStatus: {
    ...base,
    method: 'POST',
    path: `${program}/providers/{personId}/status`,
    action: 'select providers',
    summary: 'Admit a coach or mentor to matching, suspend or reinstate them',
    body: z
      .strictObject({ status: providerRecord.shape.status, reason: words('Say why, in a few words.') })
      .meta({ examples: [{ status: 'selected', reason: 'Panel median 4.5, references checked.' }] }),
    output: providerView,
  },
  getPoolForecast: {
    ...base,
    method: 'GET',
    path: `${program}/matching/forecast`,
    action: 'read providers',
    summary: 'Whether there are enough coaches and mentors',
    output: forecastView,
  },
})
